import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminOrderRefundsResponse } from "../../types"
import { authorName } from "../lib/author-name"
import { blockedText } from "../lib/blocked-text"
import { RefundActions } from "./refund-actions"
import { RefundCard } from "./refund-card"

/** By the balance, which is zero, and by the banner of the dispute. */
const SHOWN_ELSEWHERE = ["nothing_to_refund", "payment_disputed"]

/** The refunds of an order, or why there can be none. */
export function RefundList({
  refunds,
}: {
  refunds: AdminOrderRefundsResponse
}) {
  const { t } = useTranslation()
  const { blocked } = refunds
  return (
    <>
      {blocked && !SHOWN_ELSEWHERE.includes(blocked.code) && (
        <Text size="small" className="text-ui-fg-subtle px-6 py-4">
          {blockedText(blocked, t) ?? blocked.message}
        </Text>
      )}
      {refunds.order_refunds.length ? (
        <ul className="divide-y" aria-label={t("refunds.title")}>
          {refunds.order_refunds.map((refund) => (
            <RefundCard
              key={refund.id}
              refund={refund}
              livemode={refunds.livemode}
              author={authorName(refunds.authors, refund.created_by)}
              moved={refunds.moved_units.filter(
                ({ order_refund_id }) => order_refund_id === refund.id
              )}
              menu={<RefundActions refund={refund} refunds={refunds} />}
            />
          ))}
        </ul>
      ) : (
        <Text size="small" className="text-ui-fg-subtle px-6 py-4">
          {t("refunds.empty")}
        </Text>
      )}
    </>
  )
}
