import type { AdminCreateOrderRefund } from "../../../../../src/types"
import {
  pick,
  upTo,
  type Choice,
  type Operation,
  type Situation,
} from "./walker"

/** Refusals are answers, too; whatever else goes wrong is not. */
async function ask(
  { story, refunds }: Situation,
  body: AdminCreateOrderRefund
): Promise<void> {
  const { status, data } = await refunds.create(story.order.id, body)
  if (status >= 500 && data.code !== "provider_declined") {
    throw new Error(`${status} ${data.code}: ${data.message}`)
  }
}

const rowOf = ({ overview, story }: Situation, { line }: Choice) => {
  const index = line % story.order.items.length
  const id = story.item(index)
  return {
    index,
    id,
    row: overview.items.find(({ item_id }) => item_id === id),
  }
}

const units =
  (restock: "none" | "cancel" | "return"): Operation =>
  (situation, choice) => {
    const { id, row } = rowOf(situation, choice)
    const limits = {
      none: row?.refundable_quantity,
      cancel: row?.cancelable_quantity,
      return: row?.returnable_quantity,
    }
    const quantity = upTo(limits[restock] ?? 0, choice)
    return quantity
      ? () => ask(situation, { items: [{ item_id: id, quantity, restock }] })
      : null
  }

/** Less than one unit of any line costs, in any currency that is used here. */
const smallAmount = ({ overview }: Situation, { size }: Choice): string =>
  overview.summary.currency_code === "jpy"
    ? String(1 + (size % 500))
    : `${size % 2}.${10 + (size % 9) * 10}`

const amountInside: Operation = (situation, choice) => {
  const { id, row } = rowOf(situation, choice)
  return Number(row?.refundable_amount ?? 0) > 0
    ? () =>
        ask(situation, {
          items: [{ item_id: id, amount: smallAmount(situation, choice) }],
        })
    : null
}

const goodwill: Operation = (situation, choice) => () =>
  ask(situation, {
    adjustment: {
      amount: smallAmount(situation, choice),
      description: "Sorry",
    },
  })

const shipping: Operation = (situation) =>
  situation.overview.shipping.length
    ? () => ask(situation, { shipping: "all" })
    : null

const refundOwed: Operation = (situation) =>
  Number(situation.overview.summary.owed) > 0
    ? () => ask(situation, { outstanding: true, limit_to_payments: true })
    : null

const declinedCancel: Operation = (situation, choice) => {
  const step = units("cancel")(situation, choice)
  return step
    ? async () => {
        situation.story.declineNext()
        await step()
      }
    : null
}

const edit: Operation = ({ story, lines }, { line, size }) => {
  const index = line % lines.length
  const { quantity = 0, shipped = 0 } = lines[index] ?? {}
  // A line that is gone altogether has no price any more to compare with.
  const less = upTo(quantity - Math.max(1, shipped), {
    operation: 0,
    line,
    size,
  })
  return less ? () => story.edit({ [index]: quantity - less }) : null
}

const ship: Operation = ({ story, lines }, choice) => {
  const index = choice.line % lines.length
  const { quantity = 0, shipped = 0 } = lines[index] ?? {}
  const count = upTo(quantity - shipped, choice)
  return count ? () => story.ship(count, index) : null
}

const requestReturn: Operation = ({ story, lines }, choice) => {
  const index = choice.line % lines.length
  const { shipped = 0, returned = 0 } = lines[index] ?? {}
  const count = upTo(shipped - returned, choice)
  return count ? () => story.requestReturn(count, index) : null
}

/** Of the newest return, which is what the story's words are about. */
const receive =
  (how: "receive" | "dismiss"): Operation =>
  ({ story, returns }) => {
    const newest = returns.at(-1)
    const [part] = newest?.items ?? []
    const index = story.order.items.findIndex(({ id }) => id === part?.item_id)
    return newest?.status === "requested" && part && index >= 0
      ? () => story[how](1, index)
      : null
  }

/** Who was paid for it owes the money then: no more than the walk can tell. */
const cancelReturn: Operation = ({ story, returns, overview }) =>
  returns.at(-1)?.status === "requested" &&
  !overview.order_refunds.some(({ lines }) =>
    lines.some(({ kind }) => kind === "outstanding")
  )
    ? () => story.cancelReturn()
    : null

const inDashboard: Operation = ({ story, overview }, { line, size }) => {
  const payment = line % story.order.payments.length
  const left = story.leftAtStripe(payment)
  return left > 0 && overview.summary.currency_code === "eur"
    ? () => story.refundInDashboard(Math.min(left, 1 + (size % 700)), payment)
    : null
}

const failLate: Operation = ({ story, overview }, { line }) => {
  const refund = pick(
    overview.order_refunds.filter(({ status }) => status === "succeeded"),
    line
  )
  return refund?.transactions.some(({ stripe_refund_id }) => stripe_refund_id)
    ? () => story.failLateOf(refund)
    : null
}

const settleFailed: Operation = ({ story, overview }, { line, size }) => {
  const refund = pick(
    overview.order_refunds.filter(({ status }) =>
      ["failed", "partially_failed"].includes(status)
    ),
    line
  )
  const ways = (refund?.actions ?? []).filter((action) =>
    ["retry", "settle", "withdraw"].includes(action)
  )
  const way = pick(ways, size)
  return refund && way ? () => story.tryTo(way, refund.id) : null
}

/** Everything that may happen to an order. What is there twice happens more often. */
export const OPERATIONS: Record<string, Operation> = {
  refund: units("none"),
  cancel: units("cancel"),
  return: units("return"),
  "refund again": units("none"),
  "amount inside a line": amountInside,
  goodwill,
  shipping,
  "refund what is owed": refundOwed,
  "pay what is owed": refundOwed,
  "cancel, refused by Stripe": declinedCancel,
  "edit in Medusa": edit,
  ship,
  "ship more": ship,
  "return in Medusa": requestReturn,
  "come back": requestReturn,
  receive: receive("receive"),
  dismiss: receive("dismiss"),
  "cancel the return": cancelReturn,
  "refund in the Dashboard": inDashboard,
  "fail late": failLate,
  "deal with a failure": settleFailed,
  "deal with another": settleFailed,
}
