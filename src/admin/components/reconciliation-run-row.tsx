import { Badge, StatusBadge, Table } from "@medusajs/ui"
import type { MouseEvent } from "react"
import { useTranslation } from "react-i18next"
import type { RefundReconciliationDTO } from "../../types"
import { useAuthor } from "../hooks/use-author"
import { durationText } from "../lib/reconciliation-duration"
import { runColor } from "../lib/reconciliation-status"
import { numberText, whenText } from "../lib/reconciliation-text"

type Props = {
  run: RefundReconciliationDTO
  /** When the list was read: a run that is on its way lasted until then. */
  readAt: number
  onOpen: (opener: HTMLButtonElement | null) => void
}

/** One run. The whole row opens it for the mouse, its button for the keyboard. */
export function ReconciliationRunRow({ run, readAt, onOpen }: Props) {
  const { t, i18n } = useTranslation()
  const when = whenText(run.started_at, i18n.language)
  const open = ({ currentTarget }: MouseEvent<HTMLTableRowElement>) =>
    onOpen(currentTarget.querySelector("button"))
  return (
    <Table.Row className="cursor-pointer" onClick={open}>
      <Table.Cell className="whitespace-nowrap">
        <button
          type="button"
          className="text-ui-fg-interactive txt-compact-small"
          aria-haspopup="dialog"
          aria-label={t("refundReconciliation.runs.show", { when })}
        >
          {when}
        </button>
      </Table.Cell>
      <Table.Cell>
        <StartedBy run={run} />
      </Table.Cell>
      <Table.Cell>
        <StatusBadge color={runColor(run.status)}>
          {t(`refundReconciliation.status.${run.status}`)}
        </StatusBadge>
      </Table.Cell>
      {(["imported", "changed", "resolved"] as const).map((kind) => (
        <Table.Cell key={kind} className="text-right tabular-nums">
          {numberText(run[kind], i18n.language)}
        </Table.Cell>
      ))}
      <Table.Cell className="text-right tabular-nums">
        {run.drift > 0 ? (
          <Badge size="2xsmall" color="orange">
            {numberText(run.drift, i18n.language)}
          </Badge>
        ) : (
          numberText(run.drift, i18n.language)
        )}
      </Table.Cell>
      <Table.Cell className="whitespace-nowrap text-right tabular-nums">
        {durationText(run.started_at, run.finished_at ?? readAt, i18n.language)}
      </Table.Cell>
    </Table.Row>
  )
}

/** The schedule, or who pressed the button if that is known. */
function StartedBy({ run }: { run: RefundReconciliationDTO }) {
  const { t } = useTranslation()
  const name = useAuthor(run.started_by)
  if (run.trigger === "schedule") {
    return t("refundReconciliation.schedule")
  }
  return name
    ? t("refundReconciliation.manualBy", { name })
    : t("refundReconciliation.manual")
}
