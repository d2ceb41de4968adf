import { Container } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminRefundRequestListResponse } from "../../../types"
import { Loading, LoadFailed } from "../../components/load-states"
import { ReconciliationPagination } from "../../components/reconciliation-pagination"
import { ReconciliationEmpty } from "../../components/reconciliation-states"
import { refusalOr } from "../../lib/reconciliation-error"
import {
  isFiltered,
  REQUESTS_PER_PAGE,
  type RequestFilters,
} from "../lib/request-filters"
import { RequestFilterBar } from "./request-filter-bar"
import { RequestTable } from "./request-table"

type Props = {
  filters: RequestFilters
  answer: AdminRefundRequestListResponse | undefined
  /** When it was read: ages are counted until then. */
  readAt: number
  error: Error | null
  onRetry: () => void
  onFilter: (patch: Partial<RequestFilters>) => void
  onOpen: (id: string, opener: HTMLButtonElement | null) => void
}

/** The requests that the filters let through, or why there are none. */
export function RequestList(props: Props) {
  const { filters, answer, error, onFilter } = props
  const { t } = useTranslation()
  const requests = answer?.refund_requests
  return (
    <Container className="divide-y overflow-hidden p-0">
      <RequestFilterBar filters={filters} onChange={onFilter} />
      {!answer && !error && <Loading label={t("refundRequests.loading")} />}
      {!answer && error && (
        <LoadFailed
          text={refusalOr(t("refundRequests.loadFailed"), error)}
          onRetry={props.onRetry}
        />
      )}
      {requests?.length === 0 && (
        <ReconciliationEmpty
          text={t(
            isFiltered(filters)
              ? "refundRequests.emptyFiltered"
              : "refundRequests.empty"
          )}
        />
      )}
      {requests && requests.length > 0 && (
        <RequestTable
          requests={requests}
          readAt={props.readAt}
          onOpen={props.onOpen}
        />
      )}
      {answer && (
        <ReconciliationPagination
          count={answer.count}
          pageSize={REQUESTS_PER_PAGE}
          page={filters.page}
          onPage={(page) => onFilter({ page })}
        />
      )}
    </Container>
  )
}
