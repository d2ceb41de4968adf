import { Alert, Drawer } from "@medusajs/ui"
import type { RefObject } from "react"
import { useTranslation } from "react-i18next"
import { useReconciliation } from "../hooks/use-reconciliations"
import { countsText, whenText } from "../lib/reconciliation-text"
import { ReconciliationEntries } from "./reconciliation-entries"
import {
  ReconciliationFailed,
  ReconciliationLoading,
} from "./reconciliation-states"
import { ReconciliationUnmatched } from "./reconciliation-unmatched"

type Props = {
  /** The run to show, if any. */
  id: string | null
  onClose: () => void
  /** What opened the drawer gets the focus back. */
  opener: RefObject<HTMLButtonElement | null>
}

/** One run with its entries. */
export function ReconciliationDrawer({ id, onClose, opener }: Props) {
  return (
    <Drawer open={id !== null} onOpenChange={(next) => !next && onClose()}>
      <Drawer.Content
        onCloseAutoFocus={(event) => {
          event.preventDefault()
          opener.current?.focus()
        }}
      >
        {id && <RunDetails id={id} />}
      </Drawer.Content>
    </Drawer>
  )
}

function RunDetails({ id }: { id: string }) {
  const { t, i18n } = useTranslation()
  const { data: run, isPending, isError, refetch } = useReconciliation(id)
  return (
    <>
      <Drawer.Header>
        <Drawer.Title>
          {run
            ? t("refundReconciliation.entries.title", {
                when: whenText(run.started_at, i18n.language),
              })
            : t("refundReconciliation.title")}
        </Drawer.Title>
        <Drawer.Description>
          {run
            ? countsText(run, t, i18n.language)
            : t("refundReconciliation.description")}
        </Drawer.Description>
      </Drawer.Header>
      <Drawer.Body className="flex-1 overflow-auto p-0">
        {isPending && <ReconciliationLoading />}
        {isError && !run && (
          <ReconciliationFailed onRetry={() => void refetch()} />
        )}
        {run?.status === "failed" && (
          <div className="px-6 py-4">
            <Alert variant="error">
              {run.error ?? t("refundReconciliation.failed")}
            </Alert>
          </div>
        )}
        {run && <ReconciliationEntries run={run} />}
        {run && <ReconciliationUnmatched run={run} />}
      </Drawer.Body>
    </>
  )
}
