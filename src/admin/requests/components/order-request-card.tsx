import { Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { RefundRequestDTO } from "../../../types"
import { ageText } from "../lib/age-text"
import { isUndecided } from "../lib/request-status"
import { requestTitle, unitsText } from "../lib/request-text"
import { DueBadge } from "./due-badge"
import { RequestStatus } from "./request-badges"

type Props = {
  request: RefundRequestDTO
  readAt: number
  onOpen: (button: HTMLButtonElement) => void
}

/** One request on its order's page, with the button that leads on. */
export function OrderRequestCard({ request, readAt, onOpen }: Props) {
  const { t, i18n } = useTranslation()
  const title = requestTitle(request, t)
  const isOpen = isUndecided(request)
  const words = isOpen ? "decide" : "show"
  return (
    <li className="flex flex-col gap-y-2 px-6 py-4">
      <div className="flex items-center justify-between gap-x-2">
        <Text size="small" weight="plus">
          {title}
        </Text>
        <RequestStatus request={request} />
      </div>
      <div className="text-ui-fg-subtle flex flex-wrap items-center gap-x-2 gap-y-1">
        <Text size="xsmall">
          {unitsText(request, t)} ·{" "}
          {ageText(request.received_at, readAt, i18n.language)}
        </Text>
        <DueBadge request={request} />
      </div>
      {isOpen && request.message && (
        <Text size="xsmall" dir="auto" className="text-ui-fg-subtle truncate">
          {request.message}
        </Text>
      )}
      <Button
        type="button"
        size="small"
        variant={isOpen ? "primary" : "transparent"}
        className="self-start"
        aria-haspopup="dialog"
        aria-label={t(`refundRequests.onOrder.${words}Label`, { title })}
        onClick={({ currentTarget }) => onOpen(currentTarget)}
      >
        {t(`refundRequests.onOrder.${words}`)}
      </Button>
    </li>
  )
}
