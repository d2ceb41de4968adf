import { Table } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { RefundRequestDTO } from "../../../types"
import { RequestRow } from "./request-row"

/** What has to be decided when comes first: a phone shows no more of a row. */
const COLUMNS = [
  "number",
  "status",
  "due",
  "order",
  "customer",
  "kind",
  "age",
] as const

type Props = {
  requests: RefundRequestDTO[]
  /** When they were read: ages are counted until then. */
  readAt: number
  onOpen: (id: string, opener: HTMLButtonElement | null) => void
}

/** The requests, one per row. */
export function RequestTable(props: Props) {
  const { t } = useTranslation()
  return (
    <div className="overflow-x-auto">
      <Table aria-label={t("refundRequests.title")}>
        <Table.Header>
          <Table.Row>
            {COLUMNS.map((column) => (
              <Table.HeaderCell key={column} scope="col">
                {t(`refundRequests.column.${column}`)}
              </Table.HeaderCell>
            ))}
            <Table.HeaderCell scope="col" className="text-right">
              {t("refundRequests.column.units")}
            </Table.HeaderCell>
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {props.requests.map((request) => (
            <RequestRow
              key={request.id}
              request={request}
              readAt={props.readAt}
              onOpen={(opener) => props.onOpen(request.id, opener)}
            />
          ))}
        </Table.Body>
      </Table>
    </div>
  )
}
