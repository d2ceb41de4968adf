import { Button, Drawer } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { RefundRequestDTO } from "../../../types"
import type { ViewName } from "./request-view"

type Props = {
  request: RefundRequestDTO
  isBusy: boolean
  cameFrom: ViewName | null
  onView: (view: ViewName) => void
}

/** The answers that the shop can give: nobody can decline a withdrawal. */
export function RequestAnswers({ request, isBusy, cameFrom, onView }: Props) {
  const { t } = useTranslation()
  const decline = request.kind === "withdrawal" ? "invalid" : "decline"
  return (
    <Drawer.Footer className="flex-wrap gap-2">
      <Button
        type="button"
        size="small"
        variant="secondary"
        disabled={isBusy}
        autoFocus={cameFrom === "decline"}
        onClick={() => onView("decline")}
      >
        {t(`refundRequests.answer.${decline}`)}
      </Button>
      <Button
        type="button"
        size="small"
        variant="secondary"
        disabled={isBusy}
        autoFocus={cameFrom === "ask"}
        onClick={() => onView("ask")}
      >
        {t("refundRequests.answer.ask")}
      </Button>
      {/* There is nothing to refund before it is known of which order. */}
      {request.order_id && (
        <Button
          type="button"
          size="small"
          disabled={isBusy}
          autoFocus={cameFrom === "approve"}
          onClick={() => onView("approve")}
        >
          {t("refundRequests.answer.approve")}
        </Button>
      )}
    </Drawer.Footer>
  )
}
