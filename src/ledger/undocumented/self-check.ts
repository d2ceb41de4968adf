import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import { missingOrderCalls, missingPaymentCalls } from "./undocumented"

/** What this version of Medusa lacks of the undocumented calls in this folder. */
export function missingLedgerCalls(
  paymentModule: object,
  orderModule: object
): string[] {
  return [
    ...missingPaymentCalls(paymentModule),
    ...missingOrderCalls(orderModule),
  ]
}

/**
 * Refuses before any money moves when Medusa's books could not be written.
 *
 * @throws unexpected_state with the names of the missing calls
 */
export function assertLedgerCalls(container: MedusaContainer): void {
  const missing = missingLedgerCalls(
    container.resolve(Modules.PAYMENT),
    container.resolve(Modules.ORDER)
  )
  if (missing.length) {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      `This version of Medusa lacks ${missing.join(", ")}, which medusa-plugin-refunds needs to write the books. Nothing was refunded. Use a Medusa version that the plugin's README names.`
    )
  }
}
