import { ask, isGood, isPressed, press } from "./merchant"
import { deliverEvents } from "./deliver"
import { addFault } from "./faults-of-cell"
import type { Lab } from "./lab"
import { intentOf, paymentOf, type Subject } from "./subject"
import { until } from "../../support/until"

/** Minor units: what is refunded of every order. */
export const AMOUNT = 2000

/** So far apart that the time of a refund tells which one it is. */
const APART_MS = 5000

/** A client repeats a lost call once; both are lost then. */
const CALL_AND_REPEAT = 2

/** What happens before the call that goes wrong. */
export async function begin(lab: Lab, subject: Subject): Promise<void> {
  switch (subject.cell.call) {
    case "list refunds":
    case "read refund":
      refundInDashboard(lab, subject)
      return
    case "list void":
    case "read void":
      await voidByMedusa(lab, subject)
      return
    case "list events":
      await refundByOthers(lab, subject)
      return
    case "cancel refund":
      await refundThatWaits(lab, subject)
      return
    case "find refund":
      await refundWithoutAnswer(lab, subject)
      return
    default:
      // Nothing: the merchant begins.
      return
  }
}

/** The call that goes wrong: the merchant or Stripe sets it off. */
export async function act(lab: Lab, subject: Subject): Promise<void> {
  addFault(lab, subject)
  await setOff(lab, subject)
}

/** The same once more, after a restart for example. */
export async function setOff(lab: Lab, subject: Subject): Promise<void> {
  const { call } = subject.cell
  if (isPressed(call)) {
    await press(lab, subject)
  } else if (call !== "find refund") {
    await deliverEvents(lab, subject)
  }
}

/** Stripe tells what became of it. An import begins with that. */
export async function tell(lab: Lab, subject: Subject): Promise<void> {
  if (subject.cell.told) {
    await deliverEvents(lab, subject)
  }
}

function refundInDashboard({ stripe }: Lab, subject: Subject): void {
  stripe.control.refundInDashboard({
    payment_intent: intentOf(subject),
    amount: AMOUNT,
  })
}

/** Medusa cancels an order that was not captured; its provider lets the money go. */
async function voidByMedusa(lab: Lab, subject: Subject): Promise<void> {
  const path = `/admin/orders/${subject.order.id}/cancel`
  const answer = await ask(lab, "POST", path, { body: {} })
  const { refunds } = lab.stripe.control.snapshot()
  if (
    !isGood(answer) ||
    !refunds.some(({ payment_intent }) => payment_intent === intentOf(subject))
  ) {
    throw new Error(`No refund of a void: ${JSON.stringify(answer)}`)
  }
}

/**
 * A refund as Medusa's own code leaves it when it dies after Stripe's answer: a
 * row whose id was the idempotency key, and nothing else in the books.
 */
async function refundByOthers(lab: Lab, subject: Subject): Promise<void> {
  const id = `ref_${intentOf(subject)}`
  lab.stripe.control.advanceClock(APART_MS)
  await lab.stripe.client.refunds.create(
    { payment_intent: intentOf(subject), amount: AMOUNT },
    { idempotencyKey: id }
  )
  const amount = AMOUNT / 100
  await lab.database.query(
    `INSERT INTO refund (id, amount, raw_amount, payment_id)
     VALUES ($1, $2, $3, $4)`,
    [id, amount, { value: String(amount), precision: 20 }, paymentOf(subject)]
  )
}

async function refundThatWaits(lab: Lab, subject: Subject): Promise<void> {
  const first: Subject = {
    ...subject,
    cell: { ...subject.cell, call: "create refund" },
  }
  await press(lab, first)
  const refund = lab.stripe.control
    .snapshot()
    .refunds.find(({ payment_intent }) => payment_intent === intentOf(subject))
  if (!refund) {
    throw new Error(`No refund to cancel: ${JSON.stringify(first.answer)}`)
  }
  lab.stripe.control.requireAction(refund.id)
  await deliverEvents(lab, subject)
  await until("the refund waits for the customer", async () => {
    const [record] = await lab.database.query<{ id: string }>(
      `SELECT id FROM refunds_order_refund WHERE order_id = $1
         AND status = 'requires_action' AND booked_at IS NOT NULL`,
      [subject.order.id]
    )
    subject.record = record?.id ?? null
    return Boolean(record)
  })
}

async function refundWithoutAnswer(lab: Lab, subject: Subject): Promise<void> {
  lab.stripe.control.addFault({
    method: "POST",
    path: "/v1/refunds",
    when: ({ payment_intent }) => payment_intent === intentOf(subject),
    effect: "timeout_after_accept",
    times: CALL_AND_REPEAT,
  })
  subject.answer = await ask(
    lab,
    "POST",
    `/admin/orders/${subject.order.id}/refunds`,
    { body: { items: [{ item_id: subject.order.items[0]?.id, quantity: 1 }] } }
  )
}
