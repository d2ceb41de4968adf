import { Table } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

type Props = {
  count: number
  pageSize: number
  page: number
  onPage: (page: number) => void
}

/** Nothing while everything fits on one page. */
export function ReconciliationPagination(props: Props) {
  const { count, pageSize, page, onPage } = props
  const { t } = useTranslation()
  const pageCount = Math.ceil(count / pageSize)
  return pageCount > 1 || page > 0 ? (
    <Table.Pagination
      count={count}
      pageSize={pageSize}
      pageIndex={page}
      pageCount={pageCount}
      canPreviousPage={page > 0}
      canNextPage={page + 1 < pageCount}
      previousPage={() => onPage(page - 1)}
      nextPage={() => onPage(page + 1)}
      translations={{
        of: t("refundReconciliation.paging.of"),
        results: t("refundReconciliation.paging.results"),
        pages: t("refundReconciliation.paging.pages"),
        prev: t("refundReconciliation.paging.prev"),
        next: t("refundReconciliation.paging.next"),
      }}
    />
  ) : null
}
