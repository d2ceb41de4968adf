import { Badge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { RefundRequestDTO } from "../../../types"
import { dayText } from "../lib/age-text"
import { dueColor, dueText } from "../lib/due-text"

type Props = {
  request: Pick<RefundRequestDTO, "due_in_days" | "due_at" | "waits_for_goods">
}

/** Until when the money of a withdrawal is due; nothing where nothing is. */
export function DueBadge({ request }: Props) {
  const { t, i18n } = useTranslation()
  const text = dueText(request, t)
  return text ? (
    <span className="inline-flex flex-wrap items-center gap-1">
      <Badge
        size="2xsmall"
        className="whitespace-nowrap"
        color={dueColor(request)}
        title={request.due_at ? dayText(request.due_at, i18n.language) : ""}
      >
        {text}
      </Badge>
      {request.waits_for_goods && (
        <Badge size="2xsmall" className="whitespace-nowrap">
          {t("refundRequests.goods.badge")}
        </Badge>
      )}
    </span>
  ) : null
}
