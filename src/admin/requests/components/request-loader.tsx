import { Drawer } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import type { RefundRequestDTO } from "../../../types"
import { Loading, LoadFailed } from "../../components/load-states"
import { useRefundRequest } from "../hooks/use-refund-requests"
import { requestErrorText } from "../lib/request-error"

type Props = {
  id: string
  children: (request: RefundRequestDTO) => ReactNode
}

/** A request once it is read. */
export function RequestLoader({ id, children }: Props) {
  const { t } = useTranslation()
  const { data: request, error, refetch } = useRefundRequest(id)
  return request ? (
    children(request)
  ) : (
    <WaitingView
      title={t("refundRequests.title")}
      error={error ? requestErrorText(error, t) : null}
      onRetry={() => void refetch()}
    />
  )
}

/** A drawer whose content is on its way, or could not be read. */
export function WaitingView(props: {
  title: string
  error: string | null
  onRetry: () => void
}) {
  const { t } = useTranslation()
  return (
    <>
      <Drawer.Header>
        <Drawer.Title>{props.title}</Drawer.Title>
        <Drawer.Description className="sr-only">
          {t("refundRequests.loading")}
        </Drawer.Description>
      </Drawer.Header>
      <Drawer.Body className="flex-1 p-0">
        {props.error ? (
          <LoadFailed text={props.error} onRetry={props.onRetry} />
        ) : (
          <Loading label={t("refundRequests.loading")} />
        )}
      </Drawer.Body>
    </>
  )
}
