import { useTranslation } from "react-i18next"
import type { RefundRequestDTO } from "../../../types"
import { useOrderRefunds } from "../../hooks/use-order-refunds"
import { useRequestProposal } from "../hooks/use-refund-requests"
import { requestErrorText } from "../lib/request-error"
import { ApproveForm } from "./approve-form"
import { WaitingView } from "./request-loader"

type Props = {
  request: RefundRequestDTO
  onBack: () => void
  onDone: () => void
}

/** The refund's form, once it is known what is proposed and what is left. */
export function ApproveView(props: Props) {
  const { order_id } = props.request
  // The button is not there without an order.
  return order_id ? <Loaded {...props} orderId={order_id} /> : null
}

function Loaded({ orderId, ...props }: Props & { orderId: string }) {
  const { t } = useTranslation()
  const refunds = useOrderRefunds(orderId)
  const proposal = useRequestProposal(props.request.id)
  const error = refunds.error ?? proposal.error
  return refunds.data && proposal.data ? (
    <ApproveForm
      orderId={orderId}
      refunds={refunds.data}
      proposal={proposal.data}
      {...props}
    />
  ) : (
    <WaitingView
      title={t("refundRequests.approve.title")}
      error={error ? requestErrorText(error, t) : null}
      onRetry={() => {
        void refunds.refetch()
        void proposal.refetch()
      }}
    />
  )
}
