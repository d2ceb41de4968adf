import type { AdminOrderRefundsResponse } from "../../types"
import type { Translate } from "./error-text"

type Blocked = NonNullable<AdminOrderRefundsResponse["blocked"]>

const TEXTS: Record<string, string> = {
  payment_provider_missing: "refunds.providerMissing",
  payment_currency_mismatch: "refunds.otherCurrency",
}

/** Why money cannot be refunded here, and where it can: null where no text says it better than the server. */
export function blockedText(
  blocked: Blocked | null,
  t: Translate
): string | null {
  const key = blocked && TEXTS[blocked.code]
  return key ? t(key) : null
}
