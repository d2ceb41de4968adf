import type { OrderEditDTO } from "../../types"
import type { Translate } from "./error-text"
import { formatMoney } from "./format-money"

type Edit = Pick<OrderEditDTO, "settlement" | "currency_code">

export type OrderEditResult = {
  tone: "success" | "info" | "warning"
  text: string
  /** Why the money did not move. */
  why: string | null
  /** Where the customer pays. */
  link: string | null
}

/** What became of an edit and its money. */
export function orderEditResult(
  { settlement, currency_code }: Edit,
  t: Translate
): OrderEditResult {
  const { kind, status, payment_link: link } = settlement
  const values = { amount: formatMoney(settlement.amount, currency_code) }
  const result = (
    tone: OrderEditResult["tone"],
    key: string,
    more: Partial<OrderEditResult> = {}
  ): OrderEditResult => ({
    tone,
    text: t(`refundOrderEdit.result.${key}`, values),
    why: null,
    link: null,
    ...more,
  })
  switch (status) {
    case "settled":
      return result(
        "success",
        kind === "refund" || kind === "charge" ? kind : "done"
      )
    case "processing":
      return result("info", "processing")
    case "waiting":
      return result("success", "waiting", { link })
    case "owing":
      return result("success", link ? "owing" : "owed", { link })
    case "failed":
      return result(
        "warning",
        kind === "refund" ? "refundFailed" : "chargeFailed",
        { link, why: whyNot(settlement, t) }
      )
  }
}

/**
 * The bank's own words, but for what a merchant is told of 3-D Secure.
 * Source: docs.stripe.com/declines/codes
 */
function whyNot(
  { kind, code, message }: OrderEditDTO["settlement"],
  t: Translate
): string | null {
  return kind === "charge" && code === "authentication_required"
    ? t("refundOrderEdit.result.authentication")
    : message
}

/** What the merchant has to read or copy; the rest is said in passing. */
export const needsAttention = ({ tone, link }: OrderEditResult): boolean =>
  tone === "warning" || link !== null
