import type { AdminCreateOrderRefund } from "../../types"
import { previewErrorText, type Translate } from "./error-text"
import { missingInput } from "./refund-request"

/** What stands where the total will be. An error at its field is not repeated. */
export function noTotalText(
  request: AdminCreateOrderRefund,
  error: Error | null,
  { isAtField, currency }: { isAtField: boolean; currency: string },
  t: Translate
): string {
  const missing = missingInput(request)
  if (missing) {
    return t(`refunds.drawer.missing.${missing}`)
  }
  if (!error) {
    return t("refunds.drawer.computing")
  }
  return isAtField
    ? t("refunds.drawer.noTotal")
    : previewErrorText(error, currency, t)
}
