import {
  ContainerRegistrationKeys,
  MathBN,
  Modules,
} from "@medusajs/framework/utils"
import type {
  MedusaContainer,
  ReservationItemDTO,
} from "@medusajs/framework/types"
import {
  deleteReservationsWorkflow,
  updateReservationsWorkflow,
} from "@medusajs/medusa/core-flows"
import type { Decimal } from "../../domain"

type OrderItemRow = {
  id: string
  detail: { raw_quantity?: Raw; raw_fulfilled_quantity?: Raw }
  variant?: {
    inventory_items?: ({
      inventory_item_id: string
      required_quantity: number
    } | null)[]
  } | null
}
type Raw = { value: string | number } | null

/**
 * Lowers what is reserved for lines of an order to what is still to be shipped.
 * It never reserves more, and running it again changes nothing.
 */
export async function trimReservations(
  container: MedusaContainer,
  orderId: string,
  itemIds: string[]
): Promise<void> {
  const reservations = await container
    .resolve(Modules.INVENTORY)
    .listReservationItems({ line_item_id: itemIds }, { take: null })
  if (!reservations.length) {
    return
  }
  const items = await readItems(container, orderId)
  const changes = group(reservations).flatMap(([reserved, { line, stock }]) =>
    trim(reserved, toBeShipped(items, line, stock))
  )
  const gone = changes.filter(({ quantity }) => MathBN.lte(quantity, 0))
  const lowered = changes.filter(({ quantity }) => MathBN.gt(quantity, 0))
  if (lowered.length) {
    await updateReservationsWorkflow(container).run({
      input: {
        updates: lowered.map(({ id, quantity }) => ({
          id,
          quantity: MathBN.convert(quantity).toNumber(),
        })),
      },
    })
  }
  if (gone.length) {
    await deleteReservationsWorkflow(container).run({
      input: { ids: gone.map(({ id }) => id) },
    })
  }
}

async function readItems(
  container: MedusaContainer,
  orderId: string
): Promise<OrderItemRow[]> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "order",
      fields: [
        "id",
        // Without the whole item Medusa leaves its detail out.
        "items.*",
        "items.detail.*",
        "items.variant.inventory_items.inventory_item_id",
        "items.variant.inventory_items.required_quantity",
      ],
      filters: { id: orderId },
    })
  const orders: Record<string, unknown>[] = data
  const [order] = orders as { items?: OrderItemRow[] }[]
  return order?.items ?? []
}

/** A line of a bundle reserves several stock items, at one place or at several. */
function group(
  reservations: ReservationItemDTO[]
): [ReservationItemDTO[], { line: string; stock: string }][] {
  const groups = new Map<string, ReservationItemDTO[]>()
  for (const each of reservations) {
    const key = `${each.line_item_id} ${each.inventory_item_id}`
    groups.set(key, [...(groups.get(key) ?? []), each])
  }
  return [...groups.values()].flatMap((reserved) =>
    reserved[0]
      ? [
          [
            reserved,
            {
              line: String(reserved[0].line_item_id),
              stock: reserved[0].inventory_item_id,
            },
          ],
        ]
      : []
  )
}

/** Zero for a line that is not on the order any more. */
function toBeShipped(
  items: OrderItemRow[],
  line: string,
  stock: string
): Decimal {
  const item = items.find(({ id }) => id === line)
  if (!item) {
    return "0"
  }
  const { raw_quantity, raw_fulfilled_quantity } = item.detail
  const required = item.variant?.inventory_items?.find(
    (each) => each?.inventory_item_id === stock
  )
  return MathBN.mult(
    MathBN.sub(raw_quantity?.value ?? 0, raw_fulfilled_quantity?.value ?? 0),
    required?.required_quantity ?? 1
  ).toFixed()
}

/** Keeps the earlier reservations, and cuts the later ones. */
function trim(
  reserved: ReservationItemDTO[],
  needed: Decimal
): { id: string; quantity: Decimal }[] {
  let left = MathBN.max(0, needed)
  return reserved.flatMap(({ id, quantity }) => {
    const kept = MathBN.min(left, quantity)
    left = MathBN.sub(left, kept)
    return MathBN.lt(kept, quantity) ? [{ id, quantity: kept.toFixed() }] : []
  })
}
