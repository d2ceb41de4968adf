import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { RefundTransactionDTO } from "../../types"
import { stripeDashboardUrl } from "../lib/refund-status"
import { StripeLink } from "./stripe-link"

type Props = { transactions: RefundTransactionDTO[]; livemode: boolean | null }

/** Where the money of a refund can be looked up: at the bank, and in Stripe. */
export function RefundTransactions({ transactions, livemode }: Props) {
  const { t } = useTranslation()
  return transactions.map((transaction) => {
    const { stripe_payment_id, stripe_refund_id, reference } = transaction
    const { card_refund_type, network_decline_code } = transaction
    return (
      <div key={transaction.id} className="flex flex-col gap-y-1 empty:hidden">
        {reference && (
          <Text size="xsmall" className="text-ui-fg-subtle">
            {t(
              transaction.method === "other"
                ? "refunds.paidOtherWay"
                : "refunds.reference",
              { reference }
            )}
          </Text>
        )}
        {!reference && card_refund_type === "reversal" && (
          <Text size="xsmall" className="text-ui-fg-subtle">
            {t("refunds.reversal")}
          </Text>
        )}
        {network_decline_code && (
          <Text size="xsmall" className="text-ui-fg-subtle">
            {t("refunds.networkCode", { code: network_decline_code })}
          </Text>
        )}
        {transaction.method === "refund" && (
          <Text size="xsmall" className="text-ui-fg-subtle">
            {t("refunds.paidByAnotherRefund")}
          </Text>
        )}
        {stripe_refund_id && stripe_payment_id && (
          <StripeLink
            href={stripeDashboardUrl(stripe_payment_id, livemode)}
            label={t("refunds.viewInStripeLabel", { id: stripe_refund_id })}
          >
            {t("refunds.viewInStripe")}
          </StripeLink>
        )}
      </div>
    )
  })
}
