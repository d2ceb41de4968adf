import { useRef, useState, type RefObject } from "react"
import { useTranslation } from "react-i18next"
import { LoadFailed } from "../../components/load-states"
import { AdminApiError } from "../../lib/admin-api-error"
import type { useOrderRequests } from "../hooks/use-refund-requests"
import { isUndecided } from "../lib/request-status"
import { OrderRequestCard } from "./order-request-card"
import { RequestDrawer } from "./request-drawer"

type Props = {
  /** Read once for both lists: the second, which comes later, would read it anew. */
  requests: ReturnType<typeof useOrderRequests>
  /** The ones that the shop has to answer, or those that were decided. */
  show: "undecided" | "decided"
  /** Takes the focus when the request that was opened is no longer in the list. */
  next: RefObject<HTMLElement>
}

/** The requests of an order, on its page; nothing where there are none. */
export function OrderRequests({ requests, show, next }: Props) {
  const { t } = useTranslation()
  const opener = useRef<HTMLElement | null>(null)
  const [openId, setOpenId] = useState<string | null>(null)
  const { data, error, dataUpdatedAt, refetch } = requests
  const label = t(`refundRequests.onOrder.${show}`)
  const shown = data?.refund_requests.filter(
    (request) => isUndecided(request) === (show === "undecided")
  )
  // Once is enough; and who has no right to see them misses nothing here.
  const isRefused = error instanceof AdminApiError && error.status < 500
  if (error && !data && !isRefused && show === "undecided") {
    return (
      <LoadFailed
        text={t("refundRequests.loadFailed")}
        onRetry={() => void refetch()}
      />
    )
  }
  return (
    <>
      {shown && shown.length > 0 && (
        <ul className="divide-y" aria-label={label}>
          {shown.map((request) => (
            <OrderRequestCard
              key={request.id}
              request={request}
              readAt={dataUpdatedAt}
              onOpen={(button) => {
                opener.current = button
                setOpenId(request.id)
              }}
            />
          ))}
        </ul>
      )}
      <RequestDrawer
        id={openId}
        onClose={() => {
          if (!opener.current?.isConnected) {
            opener.current = next.current
          }
          setOpenId(null)
        }}
        opener={opener}
      />
    </>
  )
}
