import type { Currency } from "../money/currency"
import { decimal } from "../money/exact-decimal"
import { formatPayable, type Payable, roundToPayable } from "../money/money"
import type {
  ReleasedPayment,
  ReleasePlan,
  ReleaseSnapshot,
} from "./release-types"

/** The last payment gives first; one that falls to zero is cancelled. */
export function drawFromLast(
  { payments }: ReleaseSnapshot,
  released: Payable,
  currency: Currency
): ReleasedPayment[] {
  let left = released
  return [...payments]
    .reverse()
    .map(({ id, provider_id, authorized }) => {
      const held = roundToPayable(decimal(authorized), currency)
      const drawn = left < held ? left : held
      left -= drawn
      return {
        payment_id: id,
        provider_id,
        authorized: formatPayable(held, currency),
        released: formatPayable(drawn, currency),
        capture_amount: formatPayable(held - drawn, currency),
      }
    })
    .reverse()
}

/** Only some providers let the rest go when less is captured. */
export function heldByOthers(
  { payments: authorized }: ReleaseSnapshot,
  payments: ReleasedPayment[]
): ReleasePlan["warnings"] {
  return payments.flatMap(
    ({ payment_id, provider_id, released, capture_amount }) => {
      const provider = authorized.find(({ id }) => id === payment_id)
      return provider?.releases_rest ||
        isZero(released) ||
        isZero(capture_amount)
        ? []
        : [
            {
              code: "rest_not_released",
              message: `${provider_id} is asked to capture ${capture_amount} of ${payment_id}. Whether it lets ${released} go, or captures all, is for you to see on its own pages.`,
            },
          ]
    }
  )
}

const isZero = (amount: string): boolean => decimal(amount).units === 0n
