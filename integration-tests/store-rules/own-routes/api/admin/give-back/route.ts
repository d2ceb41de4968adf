import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  createOrderRefundWorkflow,
  type CreateOrderRefundInput,
} from "../../../../../../src/workflows"

/** Runs a workflow of ours, as a store's route may. */
export const POST = async (
  req: MedusaRequest<CreateOrderRefundInput>,
  res: MedusaResponse
): Promise<void> => {
  const { result } = await createOrderRefundWorkflow(req.scope).run({
    input: req.body,
  })
  res.json(result)
}
