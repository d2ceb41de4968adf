import type { OrderEditDTO } from "../../../types"
import type { Translate } from "../../lib/error-text"
import { formatMoney } from "../../lib/format-money"
import {
  orderEditResult,
  type OrderEditResult,
} from "../../lib/order-edit-result"

type Edit = Pick<OrderEditDTO, "settlement" | "currency_code">

/**
 * What became of an edit. Where the customer owes something and the store names
 * no storefront, there is no link: the merchant is told what is missing.
 */
export function editOutcome(edit: Edit, t: Translate): OrderEditResult {
  const { status, payment_link, payment_collection_id, amount, code } =
    edit.settlement
  const result = orderEditResult(edit, t)
  if (!payment_collection_id || payment_link) {
    return result
  }
  const missing = t("refundOrderEdit.result.noStorefront")
  switch (status) {
    case "waiting":
    case "owing":
      return {
        tone: "warning",
        text: t("refundOrderEdit.result.noLink", {
          amount: formatMoney(amount, edit.currency_code),
        }),
        why: missing,
        link: null,
      }
    case "failed":
      // Else the server's own words say it already.
      return code === "authentication_required"
        ? { ...result, why: [result.why, missing].filter(Boolean).join(" ") }
        : result
    default:
      return result
  }
}
