import { ArrowUpRightOnBox } from "@medusajs/icons"
import { Badge, StatusBadge, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { OrderRefundDTO, RefundTransactionDTO } from "../../types"
import { useAuthor } from "../hooks/use-author"
import { formatMoney } from "../lib/format-money"
import { statusColor, stripeDashboardUrl } from "../lib/refund-status"

type Props = { refund: OrderRefundDTO; livemode: boolean | null }

/** One refund: how far it got, what it was for, and what to do if it failed. */
export function RefundCard({ refund, livemode }: Props) {
  const { t, i18n } = useTranslation()
  const { currency_code, status } = refund
  const author = useAuthor(refund.created_by)
  const when = new Intl.DateTimeFormat(i18n.language, {
    dateStyle: "medium",
    timeStyle: "short",
  }).format(new Date(refund.created_at))
  return (
    <li className="flex flex-col gap-y-2 px-6 py-4">
      <div className="flex items-center justify-between gap-x-2">
        <Text size="small" weight="plus" className="tabular-nums">
          {formatMoney(refund.amount, currency_code)}
        </Text>
        <StatusBadge color={statusColor(status)}>
          {t(`refunds.status.${status}`)}
        </StatusBadge>
      </div>
      <div className="text-ui-fg-subtle flex flex-wrap items-center gap-x-2 gap-y-1">
        <Text size="xsmall">
          #{refund.display_id} · {when}
          {author && <> · {t("refunds.by", { name: author })}</>}
        </Text>
        {refund.refund_reason && (
          <Badge size="2xsmall">{refund.refund_reason.label}</Badge>
        )}
      </div>
      <ul className="text-ui-fg-subtle txt-compact-small">
        {refund.lines.map((line) => (
          <li key={line.id} className="flex justify-between gap-x-4">
            <span className="truncate">
              {line.kind === "item" && line.quantity > 0
                ? t("refunds.units", {
                    count: line.quantity,
                    title: line.title,
                  })
                : line.title}
            </span>
            <span className="tabular-nums">
              {formatMoney(line.amount, currency_code)}
            </span>
          </li>
        ))}
      </ul>
      {refund.note && (
        <Text size="xsmall" className="text-ui-fg-muted">
          {refund.note}
        </Text>
      )}
      {refund.customer_note && (
        <Text size="xsmall" className="text-ui-fg-muted">
          {t("refunds.toCustomer", { note: refund.customer_note })}
        </Text>
      )}
      <NextStep refund={refund} />
      {refund.transactions.map((transaction) => (
        <StripeLink
          key={transaction.id}
          transaction={transaction}
          livemode={livemode}
        />
      ))}
    </li>
  )
}

const EXPLAINED = [
  "processing",
  "requires_action",
  "pending",
  "partially_failed",
  "failed",
] as const

/** What an unfinished or failed refund means, in plain words. */
function NextStep({ refund }: { refund: OrderRefundDTO }) {
  const { t } = useTranslation()
  const status = EXPLAINED.find((each) => each === refund.status)
  if (!status) {
    return null
  }
  const refusals = refund.transactions.filter(
    (transaction) =>
      transaction.status === "failed" && transaction.failure_reason
  )
  return (
    <Text size="xsmall" className="text-ui-fg-subtle">
      {refusals.map(({ id, failure_reason }) => (
        <span key={id} className="text-ui-tag-red-text block">
          {t("refunds.next.provider", { reason: failure_reason })}
        </span>
      ))}
      {t(`refunds.next.${status}`)}
    </Text>
  )
}

function StripeLink(props: {
  transaction: RefundTransactionDTO
  livemode: boolean | null
}) {
  const { t } = useTranslation()
  const { stripe_payment_id, stripe_refund_id: id } = props.transaction
  return id && stripe_payment_id ? (
    <a
      className="text-ui-fg-interactive txt-compact-xsmall inline-flex items-center gap-x-1 self-start"
      href={stripeDashboardUrl(stripe_payment_id, props.livemode)}
      target="_blank"
      rel="noreferrer"
      aria-label={t("refunds.viewInStripeLabel", { id })}
    >
      {t("refunds.viewInStripe")}
      <ArrowUpRightOnBox aria-hidden />
    </a>
  ) : null
}
