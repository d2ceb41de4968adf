import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { RefundRequestDTO } from "../../../types"
import { useAuthor } from "../../hooks/use-author"
import { whenText } from "../../lib/reconciliation-text"
import { dayText } from "../lib/age-text"
import { isUndecided } from "../lib/request-status"
import { orderName } from "../lib/request-text"

/** The order, the person, the rules that applied, and the decision. */
export function RequestFacts({ request }: { request: RefundRequestDTO }) {
  const { t, i18n } = useTranslation()
  const { order_id, name, due_at, decided_at, status } = request
  const author = useAuthor(request.decided_by)
  return (
    <dl
      className="grid gap-x-4 gap-y-2"
      // The dashboard's styles have no class for it.
      style={{ gridTemplateColumns: "auto 1fr" }}
    >
      <Fact label={t("refundRequests.order.label")}>
        {order_id ? (
          <Link
            to={`/orders/${order_id}`}
            className="text-ui-fg-interactive"
            aria-label={t("refundRequests.order.link", {
              order: orderName(request),
            })}
          >
            {orderName(request)}
          </Link>
        ) : (
          t("refundRequests.order.typed", { typed: request.order_number })
        )}
      </Fact>
      {name && <Fact label={t("refundRequests.name")}>{name}</Fact>}
      {due_at && (
        <Fact label={t("refundRequests.due.label")}>
          {dayText(due_at, i18n.language)}
        </Fact>
      )}
      <Fact label={t("refundRequests.policy")}>
        {request.policy_version ?? t("refundRequests.noPolicy")}
      </Fact>
      {status === "needs_info" && request.question && (
        <Fact label={t("refundRequests.question")}>{request.question}</Fact>
      )}
      {!isUndecided(request) && decided_at && (
        <Fact label={t("refundRequests.decided")}>
          {whenText(decided_at, i18n.language)}
          {author && <> · {t("refunds.by", { name: author })}</>}
        </Fact>
      )}
      {request.decision_note && (
        <Fact label={t("refundRequests.note")}>{request.decision_note}</Fact>
      )}
    </dl>
  )
}

const Fact = (props: { label: string; children: ReactNode }) => (
  <>
    <dt className="txt-small text-ui-fg-subtle">{props.label}</dt>
    <dd dir="auto" className="txt-small whitespace-pre-wrap break-words">
      {props.children}
    </dd>
  </>
)
