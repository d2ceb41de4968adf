import type { PaidOrder } from "../../support/paid-order"
import type { RefundAnswer, StoreAnswer, StoreClient } from "./store-client"
import { refundOf, untilAsked } from "./refund-requests"
import type { TwoStores } from "./two-stores"

/** What a merchant asks for mugs. */
export const mugs = (order: PaidOrder, quantity: number) => ({
  items: [{ item_id: String(order.items[0]?.id), quantity }],
})

/** The same refund with the same key, sent to both processes at once. */
export function sameKeyTwice(
  { a, b }: TwoStores,
  order: PaidOrder
): Promise<RefundAnswer[]> {
  const send = ({ api }: { api: StoreClient }) =>
    api.refund(order, mugs(order, 1), `same-${order.id}`)
  return Promise.all([send(a), send(b)])
}

/** Two merchants refund the last mug at once, one at each process. */
export async function lastMugTwice(
  { a, b }: TwoStores,
  order: PaidOrder
): Promise<RefundAnswer[]> {
  await a.api.refund(order, mugs(order, 3))
  return Promise.all([a, b].map(({ api }) => api.refund(order, mugs(order, 1))))
}

/** Four merchants refund one mug each at once, two at each process. */
export function everyMugAtOnce(
  { a, b }: TwoStores,
  order: PaidOrder
): Promise<RefundAnswer[]> {
  return Promise.all(
    [a, b, a, b].map(({ api }) => api.refund(order, mugs(order, 1)))
  )
}

/** Many refunds of the last euro at once, every other one at each process. */
export async function lastEuroManyTimes(
  { a, b }: TwoStores,
  order: PaidOrder,
  times: number
): Promise<RefundAnswer[]> {
  const mug = (amount: string) => ({
    items: [{ item_id: String(order.items[0]?.id), amount }],
  })
  await b.api.refund(order, mug("79.00"))
  return Promise.all(
    Array.from({ length: times }, (_, index) =>
      (index % 2 ? a : b).api.refund(order, mug("1.00"))
    )
  )
}

/** Medusa's own button at one process, two mugs of ours at the other. */
export function buttonAgainstOurs(
  { a, b }: TwoStores,
  order: PaidOrder,
  amount: number
): Promise<StoreAnswer<object>[]> {
  return Promise.all([
    a.api.pressRefund(order, amount),
    b.api.refund(order, mugs(order, 2)),
  ])
}

/**
 * Somebody refunds a mug in Stripe's Dashboard, which tells the first process,
 * while a merchant refunds another at the second.
 */
export async function dashboardAgainstOurs(
  { b, stripe }: TwoStores,
  order: PaidOrder
): Promise<RefundAnswer> {
  const ours = b.api.refund(order, mugs(order, 1))
  stripe.control.refundInDashboard({
    payment_intent: String(order.payments[0]?.payment_intent),
    amount: 2000,
  })
  return ours
}

/** Stripe's answer takes this long, less than the store waits. */
const ON_ITS_WAY_MS = 500

/**
 * Takes one mug off the order at one process, while the other is asked to
 * refund another mug.
 */
export async function editAgainstOurs(
  { a, b, stripe }: TwoStores,
  order: PaidOrder,
  refunded: "before" | "while it is on its way" | "while it is confirmed"
): Promise<{
  order: PaidOrder
  edits: StoreAnswer<object>[]
  refund: RefundAnswer
}> {
  const ours = () => b.api.refund(order, mugs(order, 1))
  if (refunded === "while it is on its way") {
    stripe.control.addFault({
      ...refundOf(order),
      effect: "slow",
      ms: ON_ITS_WAY_MS,
    })
  }
  const early = refunded === "while it is confirmed" ? null : ours()
  if (refunded === "while it is on its way") {
    await untilAsked(stripe, [order])
  }
  const path = `/admin/order-edits/${order.id}`
  const item = `${path}/items/item/${order.items[0]?.id}`
  const edits = [
    await insist(a.api, "/admin/order-edits", { order_id: order.id }),
    await insist(a.api, item, { quantity: 3 }),
    await insist(a.api, `${path}/request`, {}),
  ]
  const [confirmed, refund] = await Promise.all([
    insist(a.api, `${path}/confirm`, {}),
    early ?? ours(),
  ])
  return { order, edits: [...edits, confirmed], refund }
}

/** Tries again, as a merchant would, while somebody else is at the order. */
async function insist(
  api: StoreClient,
  path: string,
  body: object
): Promise<StoreAnswer<object>> {
  for (;;) {
    const answer = await api.post<object>(path, body)
    if (answer.status !== 409) {
      return answer
    }
  }
}

/** Statuses and codes, for a test to count. */
export const outcomes = (answers: StoreAnswer<object>[]): string[] =>
  answers.map(({ status, data }) => `${status} ${data.code ?? "ok"}`).sort()
