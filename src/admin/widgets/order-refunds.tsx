import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { Button, Container, Heading, Tooltip } from "@medusajs/ui"
import { useRef, useState, type RefObject } from "react"
import { useTranslation } from "react-i18next"
import type { AdminOrderRefundsResponse } from "../../types"
import { BalanceBar } from "../components/balance-bar"
import { DisputeBanner } from "../components/dispute-banner"
import { OrderMenu } from "../components/edit-order/order-menu"
import { Loading, LoadFailed } from "../components/load-states"
import { OrderHistory } from "../components/order-history/order-history"
import { OutstandingMoney } from "../components/outstanding-money"
import { RefundDrawer } from "../components/refund-drawer"
import { RefundList } from "../components/refund-list"
import { useOrderRefunds } from "../hooks/use-order-refunds"
import { refusalOr } from "../lib/reconciliation-error"
import { OrderRequests } from "../requests/components/order-requests"
import { useOrderRequests } from "../requests/hooks/use-refund-requests"

/** The refunds of an order, on its page in the admin. */
const OrderRefundsWidget = ({ data: order }: { data: { id: string } }) => {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const { data, isPending, error, refetch } = useOrderRefunds(order.id)
  const requests = useOrderRequests(order.id)
  return (
    <Container className="divide-y p-0">
      <div className="flex items-center justify-between px-6 py-4">
        <Heading level="h2">{t("refunds.title")}</Heading>
        <div className="flex items-center gap-x-2">
          {data && (
            <RefundButton
              button={opener}
              blocked={data.blocked}
              onClick={() => setOpen(true)}
            />
          )}
          {data && (
            <OrderMenu orderId={order.id} actions={data.order_actions} />
          )}
        </div>
      </div>
      <OrderRequests requests={requests} show="undecided" next={opener} />
      {isPending && <Loading label={t("refunds.loading")} />}
      {error && !data && (
        <LoadFailed
          text={refusalOr(t("refunds.loadFailed"), error)}
          onRetry={() => void refetch()}
        />
      )}
      {data && (
        <>
          <div className="px-6 py-4">
            <BalanceBar summary={data.summary} />
          </div>
          <DisputeBanner payments={data.payments} livemode={data.livemode} />
          {data.outstanding && (
            <OutstandingMoney
              orderId={order.id}
              refunds={data}
              outstanding={data.outstanding}
              next={opener}
            />
          )}
          <RefundList refunds={data} />
          <OrderRequests requests={requests} show="decided" next={opener} />
          <OrderHistory refunds={data} />
          <RefundDrawer
            orderId={order.id}
            refunds={data}
            open={open}
            onClose={() => setOpen(false)}
            opener={opener}
          />
        </>
      )}
    </Container>
  )
}

function RefundButton(props: {
  button: RefObject<HTMLButtonElement>
  blocked: AdminOrderRefundsResponse["blocked"]
  onClick: () => void
}) {
  const { t } = useTranslation()
  const button = (
    <Button
      ref={props.button}
      size="small"
      variant="secondary"
      aria-disabled={Boolean(props.blocked)}
      className={props.blocked ? "cursor-not-allowed opacity-50" : undefined}
      onClick={() => !props.blocked && props.onClick()}
    >
      {t("refunds.refund")}
    </Button>
  )
  return props.blocked ? (
    <Tooltip
      content={
        // The server's words name payments by their ids.
        props.blocked.code === "payment_disputed"
          ? t("refunds.dispute.blocked")
          : props.blocked.message
      }
    >
      {button}
    </Tooltip>
  ) : (
    button
  )
}

export const config = defineWidgetConfig({
  zone: "order.details.side",
  id: "medusa-plugin-refunds:order-refunds",
})

export default OrderRefundsWidget
