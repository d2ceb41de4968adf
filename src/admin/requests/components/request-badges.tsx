import { Badge, StatusBadge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { RefundRequestDTO } from "../../../types"
import { requestColor } from "../lib/request-status"

type Props<Field extends keyof RefundRequestDTO> = {
  request: Pick<RefundRequestDTO, Field>
}

/** How far a request is. */
export function RequestStatus({ request }: Props<"status">) {
  const { t } = useTranslation()
  return (
    <StatusBadge color={requestColor(request.status)}>
      {t(`refundRequests.status.${request.status}`)}
    </StatusBadge>
  )
}

/** Whether the customer asks, or withdraws as the law lets them. */
export function RequestKind({ request }: Props<"kind">) {
  const { t } = useTranslation()
  return (
    <Badge
      size="2xsmall"
      color={request.kind === "withdrawal" ? "purple" : "grey"}
    >
      {t(`refundRequests.kind.${request.kind}`)}
    </Badge>
  )
}
