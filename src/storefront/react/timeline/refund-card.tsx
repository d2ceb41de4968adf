import type { StoreOrderRefund } from "../../../types/store"
import { fill } from "../format/fill"
import { formatMoney } from "../format/format-money"
import { useRefunds } from "../provider/refunds-context"
import { RefundSteps } from "./refund-steps"
import { RefundWhen } from "./refund-when"

/** One refund: how much, for what, where it is, what comes next. */
export function RefundCard({ refund }: { refund: StoreOrderRefund }) {
  const { classNames, locale, messages } = useRefunds()
  const { refunds } = messages
  const amount = formatMoney(refund.amount, refund.currency_code, locale)
  return (
    <li className={classNames.card} data-status={refund.status}>
      <h3 className={classNames.subheading}>
        {fill(refunds.heading, { amount })}
      </h3>
      <p className={classNames.status} data-status={refund.status}>
        {refunds.status[refund.status]}
      </p>
      <p className={classNames.text}>{refunds.next[refund.status]}</p>
      <RefundWhen refund={refund} />
      {refund.note && <p className={classNames.text}>{refund.note}</p>}
      <ul className={classNames.lines}>
        {refund.lines.map(({ item_id, title, quantity, amount }, index) => (
          <li key={`${item_id ?? title}-${index}`}>
            <span>
              {quantity > 1 ? fill(refunds.line, { quantity, title }) : title}
            </span>{" "}
            <span className={classNames.amount}>
              {formatMoney(amount, refund.currency_code, locale)}
            </span>
          </li>
        ))}
      </ul>
      <RefundSteps refund={refund} />
    </li>
  )
}
