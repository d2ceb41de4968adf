import { useState } from "react"
import { Section } from "../parts/section"
import { useRefunds } from "../provider/refunds-context"
import { Acknowledged } from "./acknowledged"
import type { Acknowledgement } from "./declaration"
import { GuestWithdrawal } from "./guest-withdrawal"
import { OrderWithdrawal } from "./order-withdrawal"

/**
 * The withdrawal from a contract, in the two steps of Directive (EU) 2023/2673: the
 * button that the law names, the declaration with its confirmation, and then the
 * acknowledgement with date and time.
 *
 * Within an order the items are chosen; without one it takes the order's number and
 * an e-mail address, as it must for customers who are not logged in.
 */
export function Withdrawal({
  name = "",
  onDeclared,
}: {
  /** Of the customer, where the shop knows it. */
  name?: string
  onDeclared?: (acknowledgement: Acknowledgement) => void
}) {
  const { classNames, messages, order, orderId } = useRefunds()
  const { withdrawal } = messages
  const [isDeclaring, setDeclaring] = useState(false)
  const [done, setDone] = useState<Acknowledgement | null>(null)
  const Form = orderId ? OrderWithdrawal : GuestWithdrawal
  return (
    <Section title={withdrawal.title} name="withdrawal">
      {done ? (
        <Acknowledged acknowledgement={done} />
      ) : isDeclaring ? (
        <Form
          name={name}
          onBack={() => setDeclaring(false)}
          onDeclared={(acknowledgement) => {
            setDone(acknowledgement)
            order.refresh()
            onDeclared?.(acknowledgement)
          }}
        />
      ) : (
        <>
          <p className={classNames.text}>
            {withdrawal.explanation} {withdrawal.noReason}
          </p>
          <button
            type="button"
            className={classNames.primaryButton}
            onClick={() => setDeclaring(true)}
          >
            {withdrawal.start}
          </button>
        </>
      )}
    </Section>
  )
}
