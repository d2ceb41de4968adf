import { ChangeActionType, MathBN } from "@medusajs/framework/utils"
import type { MedusaGoodsChange } from "../../domain"

type Row = Record<string, unknown>

/** What our changes of an order carry: the refund they belong to, and their value. */
export type GoodsMetadata = { order_refund_id: string; value: string | null }

/** The order refund that an order change belongs to, if one of ours made it. */
export function orderRefundIdOf(change: Row): string | null {
  const { order_refund_id } = (change.metadata ?? {}) as Partial<GoodsMetadata>
  return typeof order_refund_id === "string" ? order_refund_id : null
}

/**
 * What confirmed order changes did to the goods, oldest first: units that were
 * taken off the order, and units that are expected back. Claims and exchanges
 * return goods by the same actions. Medusa cancels a return only as a whole.
 */
export function readGoods(changes: Row[]): MedusaGoodsChange[] {
  const canceled = new Set(
    changes
      .filter((change) => actionsOf(change, [CANCEL_RETURN]).length)
      .map(({ return_id }) => return_id)
  )
  return [...changes]
    .sort((a, b) => Number(a.version) - Number(b.version))
    .flatMap((change) => [
      ...toChange(
        change,
        "returned",
        canceled.has(change.return_id)
          ? []
          : actionsOf(change, [ChangeActionType.RETURN_ITEM]).map(unitsOf)
      ),
      ...toChange(change, "removed", [
        ...lastOfEach(actionsOf(change, [ChangeActionType.ITEM_UPDATE])).map(
          lessUnitsOf
        ),
        ...actionsOf(change, [ChangeActionType.ITEM_REMOVE]).map(unitsOf),
      ]),
    ])
}

const CANCEL_RETURN = ChangeActionType.CANCEL_RETURN_ITEM

type Details = {
  reference_id?: unknown
  quantity?: unknown
  quantity_diff?: unknown
}

const actionsOf = (change: Row, actions: string[]): Details[] =>
  ((change.actions ?? []) as Row[])
    .filter(({ action }) => actions.includes(String(action)))
    .sort((a, b) => Number(a.ordering ?? 0) - Number(b.ordering ?? 0))
    .map(({ details }) => (details ?? {}) as Details)

/**
 * Whoever changes a quantity twice before they confirm leaves two updates. Each
 * tells its difference to what the order had before the edit: the last one counts.
 */
const lastOfEach = (updates: Details[]): Details[] => [
  ...new Map(
    updates.map((update) => [String(update.reference_id), update])
  ).values(),
]

const units = (quantity: unknown): number =>
  MathBN.convert((quantity ?? 0) as number).toNumber()

const unitsOf = ({ reference_id, quantity }: Details) => ({
  item_id: String(reference_id),
  quantity: units(quantity),
})

/** An edit names the new quantity, and by how much it differs from the old one. */
const lessUnitsOf = ({ reference_id, quantity_diff }: Details) => ({
  item_id: String(reference_id),
  quantity: -units(quantity_diff),
})

function toChange(
  change: Row,
  kind: MedusaGoodsChange["kind"],
  moved: MedusaGoodsChange["items"]
): MedusaGoodsChange[] {
  const items = moved.filter(({ quantity }) => quantity > 0)
  const { value } = (change.metadata ?? {}) as Partial<GoodsMetadata>
  return items.length
    ? [
        {
          id: String(change.id),
          kind,
          items,
          return_id:
            typeof change.return_id === "string" ? change.return_id : null,
          order_refund_id: orderRefundIdOf(change),
          value: typeof value === "string" ? value : null,
          at: new Date(
            (change.confirmed_at ?? change.created_at) as string
          ).toISOString(),
        },
      ]
    : []
}
