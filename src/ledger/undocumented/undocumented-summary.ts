import { MedusaError, Modules } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { Decimal, StoredTotals } from "../../domain"

/**
 * Calls that Medusa 2.21 has but does not document, which only a check of the
 * books needs: a refund works without them.
 */
type SummaryCalls = {
  listOrderSummaries(filters: {
    order_id: string
    version: number
  }): Promise<{ id: string; totals: StoredTotals }[]>
  updateOrderSummaries(
    rows: { id: string; totals: StoredTotals }[]
  ): Promise<unknown>
}

type RefundCalls = {
  updateRefunds(rows: { id: string; amount: Decimal }[]): Promise<unknown>
}

/** Medusa's order module, for its stored summaries. */
export const summaryModule = (container: MedusaContainer): SummaryCalls =>
  withCalls<SummaryCalls>(container.resolve(Modules.ORDER), [
    "listOrderSummaries",
    "updateOrderSummaries",
  ])

/** Medusa's payment module, for its refund rows. */
export const refundRowModule = (container: MedusaContainer): RefundCalls =>
  withCalls<RefundCalls>(container.resolve(Modules.PAYMENT), ["updateRefunds"])

/** @throws unexpected_state with the names of the missing calls */
function withCalls<Calls extends object>(
  service: object,
  names: (keyof Calls & string)[]
): Calls {
  const missing = names.filter(
    (name) => typeof Reflect.get(service, name) !== "function"
  )
  if (missing.length) {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      `This version of Medusa lacks ${missing.join(", ")}, which the check of the books needs. Use a Medusa version that the plugin's README names.`
    )
  }
  return service as Calls
}
