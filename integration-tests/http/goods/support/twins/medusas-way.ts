import type { MedusaContainer } from "@medusajs/framework/types"
import { writeBooksThroughMedusa } from "../../../../support/books-transaction"
import type { PaidOrder } from "../../../../support/paid-order"

/**
 * From now on the books of some orders are written through Medusa's own modules.
 *
 * @returns to name such an order, and how often one was written so
 */
export function medusasWay(container: MedusaContainer) {
  const names = new Set<string>()
  let written = 0
  writeBooksThroughMedusa(container, (values) => {
    const text = JSON.stringify(values)
    const isMeant = [...names].some((name) => text.includes(name))
    written += isMeant ? 1 : 0
    return isMeant
  })
  return {
    of: ({ id, payments }: PaidOrder) => {
      for (const name of [id, ...payments.map((payment) => payment.id)]) {
        names.add(name)
      }
    },
    count: () => written,
  }
}
