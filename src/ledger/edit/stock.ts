import { MathBN } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import {
  createReservationsWorkflow,
  deleteReservationsWorkflow,
} from "@medusajs/medusa/core-flows"
import type { Decimal } from "../../domain"
import { partsOfVariants } from "./parts"

/** Units that an edit wants to ship more of. */
export type UnitsToReserve = {
  variant_id: string
  quantity: number
  /** Null while the line does not exist yet. */
  line_item_id: string | null
}

type Reservation = UnitsToReserve & {
  inventory_item_id: string
  location_id: string
  reserve: Decimal
  allow_backorder: boolean
}

/** What the store has too little of. */
export type StockShortage = {
  variant_id: string
  title: string
  wanted: Decimal
  available: Decimal
}

export type StockPlan =
  | { ok: true; reservations: Reservation[] }
  | { ok: false; shortage: StockShortage }

/**
 * Where more units of an order can be reserved, as the checkout would: at one
 * location of the order's sales channel. Writes nothing.
 */
export async function planStock(
  container: MedusaContainer,
  orderId: string,
  wanted: UnitsToReserve[]
): Promise<StockPlan> {
  if (!wanted.length) {
    return { ok: true, reservations: [] }
  }
  const parts = await partsOfVariants(
    container,
    orderId,
    wanted.map(({ variant_id }) => variant_id)
  )
  const taken = new Map<string, Decimal>()
  const reservations: Reservation[] = []
  for (const units of wanted) {
    for (const part of parts.get(units.variant_id) ?? []) {
      const reserve = MathBN.mult(units.quantity, part.required).toFixed()
      const free = part.levels
        .map((level) => ({
          location_id: level.location_id,
          key: `${part.inventory_item_id} ${level.location_id}`,
          available: MathBN.sub(
            level.raw_stocked_quantity?.value ?? 0,
            MathBN.add(
              level.raw_reserved_quantity?.value ?? 0,
              taken.get(`${part.inventory_item_id} ${level.location_id}`) ?? 0
            )
          ),
        }))
        .sort((a, b) => MathBN.sub(b.available, a.available).toNumber())
      const best = free[0]
      const enough = best && MathBN.gte(best.available, reserve)
      if (!best || !(enough || part.allow_backorder)) {
        return {
          ok: false,
          shortage: {
            variant_id: units.variant_id,
            title: part.title,
            wanted: reserve,
            available: MathBN.max(0, best?.available ?? 0).toFixed(),
          },
        }
      }
      taken.set(
        best.key,
        MathBN.add(taken.get(best.key) ?? 0, reserve).toFixed()
      )
      reservations.push({
        ...units,
        inventory_item_id: part.inventory_item_id,
        location_id: best.location_id,
        reserve,
        allow_backorder: part.allow_backorder,
      })
    }
  }
  return { ok: true, reservations }
}

/**
 * Reserves units for lines of an order, all or none.
 *
 * @returns the ids of the reservations
 * @throws when somebody else took the goods meanwhile
 */
export async function reserveStock(
  container: MedusaContainer,
  reservations: Reservation[]
): Promise<string[]> {
  if (!reservations.length) {
    return []
  }
  const { result } = await createReservationsWorkflow(container).run({
    input: {
      reservations: reservations.map((each) => ({
        line_item_id: String(each.line_item_id),
        inventory_item_id: each.inventory_item_id,
        location_id: each.location_id,
        quantity: MathBN.convert(each.reserve).toNumber(),
        allow_backorder: each.allow_backorder,
      })),
    },
  })
  return result.map(({ id }) => id)
}

/** Takes reservations back that were made for an edit that did not happen. */
export async function releaseStock(
  container: MedusaContainer,
  ids: string[]
): Promise<void> {
  if (ids.length) {
    await deleteReservationsWorkflow(container).run({ input: { ids } })
  }
}
