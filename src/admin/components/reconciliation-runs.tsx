import { Container, Heading, Table } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { RefundReconciliationDTO } from "../../types"
import { RUNS_PER_PAGE, useReconciliations } from "../hooks/use-reconciliations"
import { ReconciliationPagination } from "./reconciliation-pagination"
import { ReconciliationRunRow } from "./reconciliation-run-row"
import {
  ReconciliationEmpty,
  ReconciliationFailed,
  ReconciliationLoading,
} from "./reconciliation-states"

type Props = {
  page: number
  onPage: (page: number) => void
  onOpen: (id: string, opener: HTMLButtonElement | null) => void
}

/** The runs, the newest first. */
export function ReconciliationRuns({ page, onPage, onOpen }: Props) {
  const { t } = useTranslation()
  const { data, isPending, isError, refetch, dataUpdatedAt } =
    useReconciliations(page * RUNS_PER_PAGE)
  const runs = data?.refund_reconciliations
  return (
    <Container className="overflow-hidden p-0">
      <div className="px-6 py-4">
        <Heading level="h2">{t("refundReconciliation.runs.title")}</Heading>
      </div>
      {isPending && <ReconciliationLoading />}
      {isError && !data && (
        <ReconciliationFailed onRetry={() => void refetch()} />
      )}
      {runs?.length === 0 && (
        <ReconciliationEmpty text={t("refundReconciliation.runs.empty")} />
      )}
      {runs && runs.length > 0 && (
        <RunTable runs={runs} readAt={dataUpdatedAt} onOpen={onOpen} />
      )}
      {data && (
        <ReconciliationPagination
          count={data.count}
          pageSize={RUNS_PER_PAGE}
          page={page}
          onPage={onPage}
        />
      )}
    </Container>
  )
}

const COUNTS = ["imported", "changed", "resolved", "drift"] as const

function RunTable(props: {
  runs: RefundReconciliationDTO[]
  readAt: number
  onOpen: Props["onOpen"]
}) {
  const { t } = useTranslation()
  return (
    <div className="overflow-x-auto">
      <Table aria-label={t("refundReconciliation.runs.title")}>
        <Table.Header>
          <Table.Row>
            {(["started", "startedBy", "status"] as const).map((column) => (
              <Table.HeaderCell key={column} scope="col">
                {t(`refundReconciliation.runs.${column}`)}
              </Table.HeaderCell>
            ))}
            {COUNTS.map((kind) => (
              <Table.HeaderCell key={kind} scope="col" className="text-right">
                {t(`refundReconciliation.kind.${kind}`)}
              </Table.HeaderCell>
            ))}
            <Table.HeaderCell scope="col" className="text-right">
              {t("refundReconciliation.runs.duration")}
            </Table.HeaderCell>
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {props.runs.map((run) => (
            <ReconciliationRunRow
              key={run.id}
              run={run}
              readAt={props.readAt}
              onOpen={(opener) => props.onOpen(run.id, opener)}
            />
          ))}
        </Table.Body>
      </Table>
    </div>
  )
}
