import {
  ChangeActionType,
  ContainerRegistrationKeys,
  OrderChangeStatus,
  OrderChangeType,
} from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { trimReservations } from "../../ledger"

type EditRow = {
  actions?: ({
    action: string
    details: { reference_id?: unknown } | null
  } | null)[]
}

/**
 * Frees what Medusa's order edits reserve too much: they reserve the whole line
 * again, shipped units included, even if only a price changed
 * (medusajs/medusa#16406). Lowers only; running it again changes nothing.
 */
export async function trimEditedLines(
  container: MedusaContainer,
  orderId: string
): Promise<void> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "order_change",
      fields: ["id", "actions.action", "actions.details"],
      filters: {
        order_id: orderId,
        change_type: OrderChangeType.EDIT,
        status: OrderChangeStatus.CONFIRMED,
      },
    })
  const rows: Record<string, unknown>[] = data
  const edited = new Set(
    (rows as EditRow[])
      .flatMap(({ actions }) => actions ?? [])
      .filter((each) => each?.action === ChangeActionType.ITEM_UPDATE)
      .map((each) => String(each?.details?.reference_id))
  )
  if (edited.size) {
    await trimReservations(container, orderId, [...edited])
  }
}
