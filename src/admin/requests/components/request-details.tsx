import { Drawer, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { RefundRequestDTO } from "../../../types"
import { FormError } from "../../components/form-error"
import { whenText } from "../../lib/reconciliation-text"
import type { RequestActions } from "../hooks/use-request-action"
import { requestErrorText } from "../lib/request-error"
import { isUndecided } from "../lib/request-status"
import { requestTitle } from "../lib/request-text"
import { AssignOrder } from "./assign-order"
import { DueBadge } from "./due-badge"
import { GoodsSwitch } from "./goods-switch"
import { RequestAnswers } from "./request-answers"
import { RequestKind, RequestStatus } from "./request-badges"
import { RequestFacts } from "./request-facts"
import { RequestLines } from "./request-lines"
import { RequestPhotos } from "./request-photos"
import { RequestReceipt } from "./request-receipt"
import { RequestTrail } from "./request-trail"
import type { ViewName } from "./request-view"

type Props = {
  request: RefundRequestDTO
  action: RequestActions
  /** The form that was left for it: its button has the focus then. */
  cameFrom: ViewName | null
  onView: (view: ViewName) => void
}

/** Everything about one request, and the buttons that answer it. */
export function RequestDetails({ request, action, cameFrom, onView }: Props) {
  const { t, i18n } = useTranslation()
  return (
    <>
      <Drawer.Header>
        <Drawer.Title>{requestTitle(request, t)}</Drawer.Title>
        <Drawer.Description>
          {t("refundRequests.received", {
            email: request.email,
            when: whenText(request.received_at, i18n.language),
          })}
        </Drawer.Description>
      </Drawer.Header>
      <Drawer.Body className="flex flex-1 flex-col gap-y-6 overflow-auto">
        <div className="flex flex-wrap items-center gap-2">
          <RequestStatus request={request} />
          <RequestKind request={request} />
          <DueBadge request={request} />
        </div>
        {action.error && (
          <FormError message={requestErrorText(action.error, t)} />
        )}
        {!request.order_id && isUndecided(request) && (
          <AssignOrder action={action} />
        )}
        <RequestLines request={request} />
        {request.message && (
          <Quote label={t("refundRequests.message")} text={request.message} />
        )}
        <RequestPhotos request={request} />
        <RequestFacts request={request} />
        <GoodsSwitch request={request} action={action} />
        <RequestReceipt request={request} />
        <RequestTrail request={request} />
      </Drawer.Body>
      {isUndecided(request) && (
        <RequestAnswers
          request={request}
          isBusy={action.isPending}
          cameFrom={cameFrom}
          onView={(view) => {
            action.reset()
            onView(view)
          }}
        />
      )}
    </>
  )
}

const Quote = (props: { label: string; text: string }) => (
  <section className="flex flex-col gap-y-1">
    <Text size="small" weight="plus">
      {props.label}
    </Text>
    <Text
      size="small"
      dir="auto"
      className="text-ui-fg-subtle whitespace-pre-wrap break-words"
    >
      {props.text}
    </Text>
  </section>
)
