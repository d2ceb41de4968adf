import { toast } from "@medusajs/ui"
import type { OrderRefundDTO } from "../../types"
import type { Translate } from "./error-text"
import { formatMoney, isAboveZero } from "./format-money"

/** Says how far the money that was sent got, and no further. */
export function announceRefund(
  { status, currency_code }: OrderRefundDTO,
  amount: string,
  t: Translate
): void {
  const values = { amount: formatMoney(amount, currency_code) }
  switch (status) {
    case "succeeded":
      toast.success(
        isAboveZero(amount)
          ? t("refunds.drawer.done", values)
          : t("refunds.goods.done")
      )
      break
    case "processing":
      toast.info(t("refunds.drawer.processing"))
      break
    case "pending":
    case "requires_action":
      toast.info(t("refunds.drawer.accepted", values))
      break
    case "partially_failed":
      toast.warning(t("refunds.drawer.partial"))
      break
    default:
      // The answer to a repeated request: the first one has failed since.
      toast.error(t("refunds.drawer.failed"))
  }
}
