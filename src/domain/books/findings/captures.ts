import type { TakenAmount } from "../../gateway/taken-amount"
import { toMinor } from "../../money/to-minor"
import type { MedusaOrderPayment } from "../medusa-order"
import { isYoung } from "./order-transactions"
import type { Found, OrderBooks } from "./types"
import { minorMoney } from "./words"

/**
 * Medusa captured what Stripe took. Medusa's Stripe provider takes everything
 * that is authorised also where Medusa captures a part; the Dashboard can too.
 */
export const captures = ({ order, stored, taken, now }: OrderBooks): Found[] =>
  order.payments.flatMap((payment) => {
    const told = taken.get(payment.id)
    const rows = stored.captures.filter(
      ({ payment_id }) => payment_id === payment.id
    )
    return told && rows.length && !rows.some((row) => isYoung(row, now))
      ? differenceOf(payment, told)
      : []
  })

function differenceOf(
  { id, captured, currency_code }: MedusaOrderPayment,
  told: TakenAmount
): Found[] {
  const minor = toMinor(captured, currency_code)
  // Amounts of two currencies cannot be compared.
  if (told.currency_code !== currency_code || told.minor_amount === minor) {
    return []
  }
  const money = (amount: bigint) => minorMoney(amount, currency_code)
  const more = told.minor_amount - minor
  return [
    {
      code: "stripe_capture_differs",
      severity: "error",
      about: id,
      message: `Stripe took ${money(told.minor_amount)} for ${id}, but Medusa captured ${money(minor)}.`,
      advice:
        more > 0n
          ? `If ${money(more)} more are due, capture them in Medusa, which takes no more money: Stripe has it already. If they are not, refund them.`
          : `Do not refund more than Stripe took. Look up in the Stripe Dashboard why ${money(-more)} did not arrive.`,
      mend: [],
    },
  ]
}
