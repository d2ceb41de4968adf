import { setTimeout as wait } from "node:timers/promises"
import type { Cell, GoodsCall, Side } from "./cells"
import { isGoodsCall } from "./goods-cells"
import type { Lab } from "./lab"
import type { Subject } from "./subject"

/** Major units: one of two shirts. */
export const REFUNDED = 20

/** An answer of the store; the status is null where none came. */
export type Answer = { status: number | null; body: unknown }

/** The first time, and as often again when nothing good was answered. */
const ATTEMPTS = 3
const PATIENCE_MS = 60_000
const PAUSE_MS = 200

export const isGood = ({ status }: Answer): boolean =>
  status !== null && status >= 200 && status < 300

/** One request of a logged-in merchant. */
export async function ask(
  { store, headers }: Lab,
  method: "GET" | "POST",
  path: string,
  { body, key }: { body?: object; key?: string } = {}
): Promise<Answer> {
  try {
    const answer = await fetch(`${store.address}${path}`, {
      method,
      headers: {
        ...headers,
        ...(body ? { "content-type": "application/json" } : {}),
        ...(key ? { "idempotency-key": key } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    return { status: answer.status, body: await answer.json() }
  } catch {
    return { status: null, body: null }
  }
}

/** Whether the merchant sets a flow off; Stripe does the others. */
export const isPressed = (call: Cell["call"]): boolean =>
  call === "create refund" || call === "cancel refund" || isGoodsCall(call)

/** Sends the merchant's request once. */
const send = (lab: Lab, { order, record }: Subject, call: Cell["call"]) =>
  call === "cancel refund"
    ? ask(lab, "POST", `/admin/order-refunds/${record}/cancel`, { body: {} })
    : isGoodsCall(call)
      ? moveGoods(lab, call, order)
      : sendRefund(lab, lab.side, order)

const sendRefund = (
  lab: Lab,
  side: Side,
  order: Subject["order"]
): Promise<Answer> =>
  side === "ours"
    ? ask(lab, "POST", `/admin/orders/${order.id}/refunds`, {
        body: { items: [{ item_id: order.items[0]?.id, quantity: 1 }] },
        key: `refund-of-${order.id}`,
      })
    : ask(lab, "POST", `/admin/payments/${order.payments[0]?.id}/refund`, {
        body: { amount: REFUNDED },
      })

/** One unit leaves the order or comes back; `edit up` adds one. */
function moveGoods(
  lab: Lab,
  call: GoodsCall,
  { id, items }: Subject["order"]
): Promise<Answer> {
  const item_id = items[0]?.id
  const units = (quantity: number, more: object = {}) => ({
    items: [{ item_id, quantity, ...more }],
  })
  const requests: Record<GoodsCall, [path: string, body: object]> = {
    "cancel units": ["refunds", units(1, { restock: "cancel" })],
    "return units": ["refunds", units(1, { restock: "return" })],
    "edit down": ["edits", units(1)],
    "edit up": ["edits", units(3)],
    "release part": ["release", units(1)],
    "release all": ["release", { items: "all", shipping: "all" }],
    "cancel order": ["cancel", {}],
  }
  const [path, body] = requests[call]
  return ask(lab, "POST", `/admin/orders/${id}/${path}`, {
    body,
    key: `${path}-of-${id}`,
  })
}

/**
 * Presses the button, and again while the answer is bad: the same request, with
 * the same key where the store takes one. Medusa's own route takes none.
 */
export async function press(lab: Lab, subject: Subject): Promise<void> {
  const { call } = subject.cell
  while (subject.attempts < ATTEMPTS) {
    subject.attempts += 1
    subject.answer = await send(lab, subject, call)
    if (isDone(subject) || lab.down) {
      return
    }
    await wait(PAUSE_MS)
  }
}

/**
 * No job cancels an order: a merchant who was told that its refund is not settled
 * comes back when it is.
 */
export async function comeBack(lab: Lab, subject: Subject): Promise<void> {
  const { cell, answer } = subject
  if (cell.call === "cancel order" && !(answer && isGood(answer))) {
    subject.attempts = 0
    await press(lab, subject)
  }
}

/** A merchant who reads that a refund still waits presses "Cancel" again. */
function isDone({ cell, answer }: Subject): boolean {
  if (!answer || !isGood(answer)) {
    return false
  }
  const { order_refund } = answer.body as { order_refund?: { status: string } }
  return (
    cell.call !== "cancel refund" || order_refund?.status !== "requires_action"
  )
}
