import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminOrderRefundsResponse } from "../../types"
import { RefundActions } from "./refund-actions"
import { RefundCard } from "./refund-card"

/** The refunds of an order, or why there can be none. */
export function RefundList({
  refunds,
}: {
  refunds: AdminOrderRefundsResponse
}) {
  const { t } = useTranslation()
  const blocked =
    refunds.blocked?.code !== "nothing_to_refund" && refunds.blocked
  return (
    <>
      {blocked && (
        <Text size="small" className="text-ui-fg-subtle px-6 py-4">
          {blocked.message}
        </Text>
      )}
      {refunds.order_refunds.length ? (
        <ul className="divide-y" aria-label={t("refunds.title")}>
          {refunds.order_refunds.map((refund) => (
            <RefundCard
              key={refund.id}
              refund={refund}
              livemode={refunds.livemode}
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
