import { fill } from "../format/fill"
import { formatMoney } from "../format/format-money"
import { useRefunds } from "../provider/refunds-context"
import type { RefundOptions } from "../provider/use-refund-options"

/** What the shop keeps, and its policy, beside the button that agrees to it. */
export function RequestTerms({ options }: { options: RefundOptions }) {
  const { classNames, locale, messages } = useRefunds()
  const { return_fee, currency_code, policy_text } = options
  return (
    <>
      {return_fee && /[1-9]/.test(return_fee) && (
        <p className={classNames.fees}>
          {fill(messages.form.returnFee, {
            amount: formatMoney(return_fee, currency_code, locale),
          })}
        </p>
      )}
      {policy_text && (
        <details className={classNames.policy}>
          <summary>{messages.form.policy}</summary>
          {policy_text.split(/\n{2,}/).map((paragraph, index) => (
            <p key={index}>{paragraph}</p>
          ))}
        </details>
      )}
    </>
  )
}
