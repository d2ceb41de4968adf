import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { MedusaOrder } from "../../domain"
import { perConnection } from "../per-connection"
import { shareWrites } from "../share-calls"
import type { BooksEntries } from "./books-entries"
import { writeEntriesThroughMedusa } from "./entries-through-medusa"
import type { OrderBooks } from "./lock-orders"
import { orThroughMedusa } from "./other-schema"
import type { WrittenRows } from "./refund-rows"
import { writeOrders } from "./write-orders"

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
  const throughMedusa = async (): Promise<WrittenRows> => {
    await writeEntriesThroughMedusa(container, order, entries)
    // Medusa's modules tell of what they write.
    return { added: [], removed: [] }
  }
  const written = order.summary
    ? await orThroughMedusa(
        container,
        `The books of ${order.id} are written`,
        () => writerOf(container)({ order, entries }),
        throughMedusa
      )
    : // Read through Medusa, because its tables are not those that we know.
      await throughMedusa()
  if (written) {
    await tellOfRows(container, written)
  }
  return written !== null
}

const writerOf = perConnection((database) =>
  shareWrites((books: readonly OrderBooks[], waits) =>
    writeOrders(database, books, waits)
  )
)

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
