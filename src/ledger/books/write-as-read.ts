import { MedusaError } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { MedusaOrder } from "../../domain"
import type { BooksEntries } from "./books-entries"
import { writeEntries } from "./write-entries"

/** Whoever meets as many changes of one order in a row is not waiting for one. */
const ATTEMPTS = 5

/**
 * Reads an order, lets `plan` say what its books lack, and writes it; once more
 * where the order changed in between. All of a plan is about the order it was
 * given.
 *
 * @param plan null: there is nothing to do with this order
 * @returns what was planned in the end
 * @throws conflict when the order changes all the time: nothing was written
 */
export async function writeAsRead<Plan extends { entries: BooksEntries }>(
  container: MedusaContainer,
  read: () => Promise<MedusaOrder | null>,
  plan: (order: MedusaOrder) => Promise<Plan | null> | Plan | null
): Promise<Plan | null> {
  let order = await read()
  for (let attempt = 0; order && attempt < ATTEMPTS; attempt++) {
    const planned = await plan(order)
    if (!planned || (await writeEntries(container, order, planned.entries))) {
      return planned
    }
    order = await read()
  }
  if (!order) {
    return null
  }
  throw new MedusaError(
    MedusaError.Types.CONFLICT,
    `Order ${order.id} changed ${ATTEMPTS} times while its books were being written. Nothing was written; try again.`
  )
}
