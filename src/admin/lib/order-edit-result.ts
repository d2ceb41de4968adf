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

/** What the merchant can do after Stripe's advice. Source: docs.stripe.com/declines/advice-codes */
const ADVICE: Record<string, string> = {
  confirm_card_data: "confirmCard",
  do_not_try_again: "otherCard",
  try_again_later: "later",
}

/**
 * The bank's own words and Stripe's advice, but for what a merchant is told of 3-D
 * Secure. Source: docs.stripe.com/declines/codes
 */
function whyNot(
  { kind, code, message, advice_code }: OrderEditDTO["settlement"],
  t: Translate
): string | null {
  if (kind === "charge" && code === "authentication_required") {
    return t("refundOrderEdit.result.authentication")
  }
  const advice = advice_code && ADVICE[advice_code]
  return advice && message
    ? `${message} ${t(`refundOrderEdit.result.advice.${advice}`)}`
    : message
}

/** What the merchant has to read or copy; the rest is said in passing. */
export const needsAttention = ({ tone, link }: OrderEditResult): boolean =>
  tone === "warning" || link !== null
