import type { OrderEditPreview, OrderEditSettle, SavedCard } from "../../types"
import { cardName } from "./card-name"
import type { Translate } from "./error-text"
import { formatMoney, isAboveZero } from "./format-money"
import { providerName, shortPaymentId } from "./payment-name"

type Money = Pick<OrderEditPreview, "settlement" | "owed" | "currency_code">

/** One of the ways to settle the money, as a form can hold it. */
export type MoneyChoice = {
  value: string
  settle: OrderEditSettle
  card: SavedCard | null
}

const customerOwes = ({ owed }: Pick<Money, "owed">): boolean =>
  owed.startsWith("-") && isAboveZero(owed.slice(1))

/** What the merchant can choose among; empty where there is nothing to choose. */
export function moneyChoices(preview: Money): MoneyChoice[] {
  const { kind, saved_cards } = preview.settlement
  const plain = (settle: OrderEditSettle): MoneyChoice => ({
    value: settle,
    settle,
    card: null,
  })
  if (customerOwes(preview)) {
    return [
      ...saved_cards.map((card) => ({
        value: `charge:${card.payment_method_id}`,
        settle: "charge" as const,
        card,
      })),
      plain("link"),
      plain("later"),
    ]
  }
  return kind === "refund" || kind === "later"
    ? [plain("refund"), plain("later")]
    : []
}

/** The choice that the server would carry out. */
export const chosenValue = ({
  settlement: { kind, payment_method_id },
}: Pick<Money, "settlement">): string =>
  kind === "charge" ? `charge:${payment_method_id}` : kind

/**
 * What happens with the money, in plain words.
 *
 * @param cards the cards that paid, by the ids of the payments
 */
export function moneyText(
  preview: Money,
  cards: Record<string, string>,
  t: Translate
): string {
  const { settlement, currency_code } = preview
  const amount = formatMoney(settlement.amount, currency_code)
  switch (settlement.kind) {
    case "refund":
      return t("refundOrderEdit.money.refund", {
        amount,
        payments: paymentNames(preview, cards),
      })
    case "charge": {
      const card = settlement.saved_cards.find(
        (each) => each.payment_method_id === settlement.payment_method_id
      )
      return t("refundOrderEdit.money.charge", {
        amount,
        card: card ? cardName(card) : "",
      })
    }
    case "link":
      return t("refundOrderEdit.money.link", { amount })
    case "later":
      return t(
        customerOwes(preview)
          ? "refundOrderEdit.money.laterCustomer"
          : "refundOrderEdit.money.laterOrder",
        { amount }
      )
    case "none":
      return t("refundOrderEdit.money.none")
  }
}

function paymentNames(
  { settlement, currency_code }: Money,
  cards: Record<string, string>
): string {
  const payments = settlement.refund_plan?.payments ?? []
  return payments
    .map(({ payment_id, provider_id, amount }) => {
      const name =
        cards[payment_id] ??
        `${providerName(provider_id)} ${shortPaymentId(payment_id)}`
      return payments.length > 1
        ? `${formatMoney(amount, currency_code)} ${name}`
        : name
    })
    .join(", ")
}

const unitsOf = (amount: string): bigint => BigInt(amount.replace(/\D/g, ""))

/**
 * Whether what moves differs by no more than a rounding from the difference of
 * the totals. Medusa's totals have more digits than money, and are shown rounded.
 */
export function isCentOff({
  settlement: { kind, amount },
  difference,
}: Pick<OrderEditPreview, "settlement" | "difference">): boolean {
  const off = unitsOf(amount) - unitsOf(difference)
  // Ten fils are the smallest amount that can be paid in a currency of three decimals.
  const cent = BigInt(/\.\d{3}$/.test(amount) ? 10 : 1)
  return kind !== "none" && off !== BigInt(0) && off <= cent && off >= -cent
}

/** What the button says: what it does with the money. */
export function editSubmitText(
  preview: Money | undefined,
  t: Translate
): string {
  const kind = preview?.settlement.kind
  return preview && (kind === "refund" || kind === "charge")
    ? t(`refundOrderEdit.submit.${kind}`, {
        amount: formatMoney(preview.settlement.amount, preview.currency_code),
      })
    : t("refundOrderEdit.submit.save")
}
