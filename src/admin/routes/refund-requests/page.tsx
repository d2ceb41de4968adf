import { defineRouteConfig } from "@medusajs/admin-sdk"
import { useRef } from "react"
import { useTranslation } from "react-i18next"
import { RequestDrawer } from "../../requests/components/request-drawer"
import { RequestList } from "../../requests/components/request-list"
import { RequestsHeader } from "../../requests/components/requests-header"
import { useRefundRequests } from "../../requests/hooks/use-refund-requests"
import { useRequestAddress } from "../../requests/hooks/use-request-address"
import { listQuery } from "../../requests/lib/request-filters"

/** What customers ask for, of all orders. */
const RefundRequestsPage = () => {
  const { filters, change, openId, open } = useRequestAddress()
  const opener = useRef<HTMLElement | null>(null)
  const top = useRef<HTMLDivElement>(null)
  const list = useRefundRequests(listQuery(filters))
  const close = () => {
    // A drawer that a link opened, or whose row has left the list, has none.
    if (!opener.current?.isConnected) {
      opener.current = top.current
    }
    open(null)
  }
  return (
    <div className="flex flex-col gap-y-3">
      <RequestsHeader
        top={top}
        summary={list.data?.summary}
        onShowUndecided={() => change({ status: "undecided" })}
      />
      <RequestList
        filters={filters}
        answer={list.data}
        readAt={list.dataUpdatedAt}
        error={list.error}
        onRetry={() => void list.refetch()}
        onFilter={change}
        onOpen={(id, button) => {
          opener.current = button
          open(id)
        }}
      />
      <RequestDrawer id={openId} onClose={close} opener={opener} />
    </div>
  )
}

function Breadcrumb() {
  const { t } = useTranslation()
  return <>{t("refundRequests.menu")}</>
}

export const handle = { breadcrumb: () => <Breadcrumb /> }

export const config = defineRouteConfig({
  label: "refundRequests.menu",
  translationNs: "translation",
  nested: "/orders",
})

export default RefundRequestsPage
