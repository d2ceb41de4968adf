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
import { writeRefundRows } from "./refund-rows"
import type { Statements } from "./statements"

/**
 * Writes into Medusa's books of an order, all of it or nothing: in one transaction
 * at the order's present version (ADR 10), or through Medusa's modules, which copy
 * the order into a new version for each credit line, where this version of Medusa
 * has other tables. A stored summary that lost somebody's figure is put right.
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
  try {
    return await writeInOneTransaction(container, order, entries)
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
}

async function writeInOneTransaction(
  container: MedusaContainer,
  order: MedusaOrder,
  entries: BooksEntries
): Promise<boolean> {
  const order_side = concernsOrder(entries) || isSummaryBehind(order)
  const payment_side = concernsPayments(entries)
  if (!order_side && !payment_side) {
    return true
  }
  const written = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .transaction(async (transaction: Statements) => {
      if (order_side) {
        const summary = await lockOrder(transaction, order, entries)
        if (!summary) {
          return null
        }
        await writeOrderEntries(transaction, order, summary, entries)
      }
      return payment_side ? await writeRefundRows(transaction, entries) : []
    })
  if (written?.length) {
    // As Medusa's payment module tells of its rows.
    await container
      .resolve(Modules.EVENT_BUS)
      .emit(
        written.map((id) => ({ name: "payment.refund.created", data: { id } }))
      )
  }
  return written !== null
}
