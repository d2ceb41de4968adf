import { Badge, StatusBadge, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import type { MovedUnits, OrderRefundDTO } from "../../types"
import { isCardGone } from "../lib/failure-text"
import { formatMoney } from "../lib/format-money"
import { localeOf } from "../lib/locale"
import { statusColor } from "../lib/refund-status"
import { RefundLines } from "./refund-lines"
import { RefundNextStep } from "./refund-next-step"
import { RefundTransactions } from "./refund-transactions"
import { RetryButton } from "./retry-button"

type Props = {
  refund: OrderRefundDTO
  livemode: boolean | null
  /** Who made it, where that is known. */
  author: string | undefined
  /** Its units that were returned or taken off the order later. */
  moved: MovedUnits[]
  /** What can be done with it, where that can be done. */
  menu?: ReactNode
}

/** One refund: how far it got, what it was for, and what to do if it failed. */
export function RefundCard({ refund, livemode, author, moved, menu }: Props) {
  const { t } = useTranslation()
  const { currency_code, status } = refund
  return (
    <li className="flex flex-col gap-y-2 px-6 py-4">
      <div className="flex items-center justify-between gap-x-2">
        <Text size="small" weight="plus" className="tabular-nums">
          {formatMoney(refund.amount, currency_code)}
        </Text>
        <div className="flex items-center gap-x-2">
          <StatusBadge color={statusColor(status)}>
            {t(`refunds.status.${status}`)}
          </StatusBadge>
          {menu}
        </div>
      </div>
      <Origin refund={refund} author={author} />
      <RefundLines refund={refund} moved={moved} />
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
      <RefundNextStep refund={refund} />
      {refund.actions.includes("retry") && !isCardGone(refund) && (
        <RetryButton refund={refund} />
      )}
      <RefundTransactions
        transactions={refund.transactions}
        livemode={livemode}
      />
    </li>
  )
}

/** Its number, when it was made, by whom, where, and why. */
function Origin({ refund, author }: Pick<Props, "refund" | "author">) {
  const { t, i18n } = useTranslation()
  const { display_id, source, refund_reason } = refund
  const when = new Intl.DateTimeFormat(localeOf(i18n.language), {
    dateStyle: "medium",
    timeStyle: "short",
  }).format(new Date(refund.created_at))
  return (
    <div className="text-ui-fg-subtle flex flex-wrap items-center gap-x-2 gap-y-1">
      <Text size="xsmall">
        #{display_id} · {when}
        {author && <> · {t("refunds.by", { name: author })}</>}
      </Text>
      {source !== "admin" && (
        <Badge size="2xsmall">{t(`refunds.source.${source}`)}</Badge>
      )}
      {refund_reason && <Badge size="2xsmall">{refund_reason.label}</Badge>}
    </div>
  )
}
