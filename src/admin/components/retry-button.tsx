import { Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { OrderRefundDTO } from "../../types"
import { useOrderRefundAction } from "../hooks/use-order-refund-action"

/** What most failed refunds need. */
export function RetryButton({ refund }: { refund: OrderRefundDTO }) {
  const { t } = useTranslation()
  const { send, isPending } = useOrderRefundAction(refund)
  return (
    <Button
      type="button"
      size="small"
      variant="secondary"
      className="self-start"
      isLoading={isPending}
      aria-label={t("refunds.action.retry.label", { id: refund.display_id })}
      onClick={() => void send({ action: "retry", body: {} })}
    >
      {t("refunds.action.retry.item")}
    </Button>
  )
}
