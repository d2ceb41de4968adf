import { Alert } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminOrderRefundsResponse } from "../../types"
import { disputesToShow, disputeText } from "../lib/dispute-text"
import { stripeDisputeUrl } from "../lib/refund-status"
import { StripeLink } from "./stripe-link"

/** What disputes of the order's payments keep from being refunded. */
export function DisputeBanner({
  payments,
  livemode,
}: Pick<AdminOrderRefundsResponse, "payments" | "livemode">) {
  const { t } = useTranslation()
  const disputes = disputesToShow(payments)
  return disputes.length ? (
    <div className="flex flex-col gap-y-3 px-6 py-4">
      {disputes.map((dispute) => (
        <Alert key={dispute.id} variant="warning">
          <div className="flex flex-col gap-y-2">
            {disputeText(dispute, t)}
            <StripeLink
              href={stripeDisputeUrl(dispute.id, livemode)}
              label={t("refunds.dispute.viewLabel", { id: dispute.id })}
            >
              {t("refunds.dispute.view")}
            </StripeLink>
          </div>
        </Alert>
      ))}
    </div>
  ) : null
}
