import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { isSummaryBehind, type MedusaOrder } from "../../domain"
import {
  type BooksEntries,
  concernsOrder,
  concernsPayments,
} from "./books-entries"
import { writeEntriesThroughMedusa } from "./entries-through-medusa"
import { lockOrder, writeOrderEntries } from "./order-entries"
import { isOtherSchema } from "./other-schema"
import { writeRefundRows, type WrittenRows } from "./refund-rows"
import type { Statements } from "./statements"

/**
 * Writes into Medusa's books of an order, all of it or nothing: in one transaction
 * at the order's present version (ADR 10), or through Medusa's modules, which copy
 * the order into a new version for each credit line, where this version of Medusa
 * has other tables. A stored summary that lost somebody's figure is put right.
 * Through Medusa only the lease of the books keeps two processes apart.
 *
 * @returns false if the order is not any more as it was read: nothing was written
 */
export async function writeEntries(
  container: MedusaContainer,
  order: MedusaOrder,
  entries: BooksEntries
): Promise<boolean> {
  // Read through Medusa, because its tables are not those that we know.
  if (!order.summary) {
    await writeEntriesThroughMedusa(container, order, entries)
    return true
  }
  let written: WrittenRows | null
  try {
    written = await writeInOneTransaction(container, order, entries)
  } catch (error) {
    if (!isOtherSchema(error)) {
      throw error
    }
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(
        `The books of ${order.id} are written in a slower way, because this version of Medusa has other tables: ${error.message}`
      )
    await writeEntriesThroughMedusa(container, order, entries)
    return true
  }
  if (written) {
    await tellOfRows(container, written)
  }
  return written !== null
}

/** @returns null if the order is not any more as it was read */
async function writeInOneTransaction(
  container: MedusaContainer,
  order: MedusaOrder,
  entries: BooksEntries
): Promise<WrittenRows | null> {
  const nothing = { added: [], removed: [] }
  const order_side = concernsOrder(entries) || isSummaryBehind(order)
  const payment_side = concernsPayments(entries)
  if (!order_side && !payment_side) {
    return nothing
  }
  return container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .transaction(async (transaction: Statements) => {
      await transaction.raw(LOCK_TIMEOUT, {})
      const summary = await lockOrder(transaction, order, entries)
      if (!summary) {
        return null
      }
      if (order_side) {
        await writeOrderEntries(transaction, order, summary, entries)
      }
      return payment_side ? writeRefundRows(transaction, entries) : nothing
    })
}

/** A connection is not held for whoever holds an order: the job comes again. */
const LOCK_TIMEOUT = "SET LOCAL lock_timeout = '5s'"

/** As Medusa's payment module tells of its rows. Nothing is lost if nobody hears it. */
async function tellOfRows(
  container: MedusaContainer,
  { added, removed }: WrittenRows
): Promise<void> {
  const messages = [
    ...added.map((id) => ({ name: "payment.refund.created", data: { id } })),
    ...removed.map((id) => ({ name: "payment.refund.deleted", data: { id } })),
  ]
  if (messages.length) {
    await container
      .resolve(Modules.EVENT_BUS)
      .emit(messages)
      .catch((error: unknown) => {
        container
          .resolve(ContainerRegistrationKeys.LOGGER)
          .error(
            `The store was not told of refund rows ${[...added, ...removed].join(", ")}.`,
            error instanceof Error ? error : new Error(String(error))
          )
      })
  }
}
