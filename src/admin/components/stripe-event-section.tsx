import { Container, Heading, Table } from "@medusajs/ui"
import { useRef, useState, type RefObject } from "react"
import { useTranslation } from "react-i18next"
import {
  EVENTS_PER_PAGE,
  useFailedStripeEvents,
} from "../hooks/use-reconciliation-events"
import { ReconciliationPagination } from "./reconciliation-pagination"
import { ReconciliationFailed } from "./reconciliation-states"
import { StripeEventRow } from "./stripe-event-row"

const COLUMNS = [
  "id",
  "type",
  "reason",
  "attempts",
  "received",
  "action",
] as const

/** The events of Stripe that could not be processed; nothing when there are none. */
export function StripeEventSection({ top }: { top: RefObject<HTMLElement> }) {
  const { t } = useTranslation()
  const [page, setPage] = useState(0)
  const section = useRef<HTMLDivElement>(null)
  const { data, isError, refetch } = useFailedStripeEvents(
    page * EVENTS_PER_PAGE
  )
  const count = data?.count ?? 0
  const isHidden = data ? count === 0 : !isError
  if (isHidden) {
    return null
  }
  // The button that had the focus goes with its row, and maybe the section, too.
  const afterGone = () => {
    if (data?.stripe_events.length === 1 && page > 0) {
      setPage(page - 1)
    }
    const target = (count > 1 && section.current) || top.current
    target?.focus()
  }
  return (
    <Container className="overflow-hidden p-0">
      <div className="px-6 py-4" ref={section} tabIndex={-1}>
        <Heading level="h2">{t("refundReconciliation.events.title")}</Heading>
      </div>
      {data ? (
        <div className="overflow-x-auto">
          <Table aria-label={t("refundReconciliation.events.title")}>
            <Table.Header>
              <Table.Row>
                {COLUMNS.map((column) => (
                  <Table.HeaderCell
                    key={column}
                    scope="col"
                    className={column === "attempts" ? "text-right" : undefined}
                  >
                    <span
                      className={column === "action" ? "sr-only" : undefined}
                    >
                      {t(`refundReconciliation.events.${column}`)}
                    </span>
                  </Table.HeaderCell>
                ))}
              </Table.Row>
            </Table.Header>
            <Table.Body>
              {data.stripe_events.map((event) => (
                <StripeEventRow
                  key={event.id}
                  event={event}
                  onGone={afterGone}
                />
              ))}
            </Table.Body>
          </Table>
        </div>
      ) : (
        <ReconciliationFailed onRetry={() => void refetch()} />
      )}
      {data && (
        <ReconciliationPagination
          count={count}
          pageSize={EVENTS_PER_PAGE}
          page={page}
          onPage={setPage}
        />
      )}
    </Container>
  )
}
