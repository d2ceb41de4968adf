import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import {
  orderEditAddNewItemWorkflow,
  orderEditUpdateItemQuantityWorkflow,
} from "@medusajs/medusa/core-flows"
import type { Decimal } from "../../domain"

/** Units of a variant that come to an order. */
export type AddedUnits = {
  variant_id: string
  quantity: number
  /** Default: the variant's price. */
  unit_price: Decimal | null
}

/**
 * Medusa's own workflow for new lines, which finds their price and taxes. As a
 * part of another workflow it takes no lock: the caller holds the order's.
 */
export const addOrderEditItemsUnderLockWorkflow = createWorkflow(
  "add-order-edit-items-under-lock",
  (
    input: WorkflowData<
      Parameters<typeof orderEditAddNewItemWorkflow.runAsStep>[0]["input"]
    >
  ) => new WorkflowResponse(orderEditAddNewItemWorkflow.runAsStep({ input }))
)

/** The same for quantities: Medusa's workflow computes the promotions anew. */
export const updateOrderEditItemsUnderLockWorkflow = createWorkflow(
  "update-order-edit-items-under-lock",
  (
    input: WorkflowData<
      Parameters<
        typeof orderEditUpdateItemQuantityWorkflow.runAsStep
      >[0]["input"]
    >
  ) =>
    new WorkflowResponse(
      orderEditUpdateItemQuantityWorkflow.runAsStep({ input })
    )
)
