import { Table } from "@medusajs/ui"
import type { MouseEvent } from "react"
import { useTranslation } from "react-i18next"
import type { RefundRequestDTO } from "../../../types"
import { whenText } from "../../lib/reconciliation-text"
import { ageText } from "../lib/age-text"
import { orderName, requestTitle } from "../lib/request-text"
import { unitsOf } from "../lib/request-status"
import { DueBadge } from "./due-badge"
import { RequestKind, RequestStatus } from "./request-badges"

type Props = {
  request: RefundRequestDTO
  readAt: number
  onOpen: (opener: HTMLButtonElement | null) => void
}

/** One request. The whole row opens it for the mouse, its button for the keyboard. */
export function RequestRow({ request, readAt, onOpen }: Props) {
  const { t, i18n } = useTranslation()
  const open = ({ currentTarget }: MouseEvent<HTMLTableRowElement>) =>
    onOpen(currentTarget.querySelector("button"))
  const { received_at } = request
  return (
    <Table.Row className="cursor-pointer" onClick={open}>
      <Table.Cell className="whitespace-nowrap">
        <button
          type="button"
          className="text-ui-fg-interactive txt-compact-small"
          aria-haspopup="dialog"
          aria-label={t("refundRequests.open", {
            title: requestTitle(request, t),
          })}
        >
          #{request.display_id}
        </button>
      </Table.Cell>
      <Table.Cell className="whitespace-nowrap">
        <RequestStatus request={request} />
      </Table.Cell>
      <Table.Cell>
        <DueBadge request={request} />
      </Table.Cell>
      <Table.Cell className="whitespace-nowrap">
        {request.order_id ? (
          orderName(request)
        ) : (
          <span className="text-ui-fg-muted">
            {t("refundRequests.order.none")}
          </span>
        )}
      </Table.Cell>
      <Table.Cell className="max-w-48 truncate" title={request.email}>
        {request.email}
      </Table.Cell>
      <Table.Cell>
        <RequestKind request={request} />
      </Table.Cell>
      <Table.Cell
        className="whitespace-nowrap"
        title={whenText(received_at, i18n.language)}
      >
        {ageText(received_at, readAt, i18n.language)}
      </Table.Cell>
      <Table.Cell className="text-right tabular-nums">
        {unitsOf(request) ||
          t(`refundRequests.${request.message ? "unknown" : "all"}`)}
      </Table.Cell>
    </Table.Row>
  )
}
