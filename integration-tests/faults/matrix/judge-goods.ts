import type { GoodsCall } from "./cells"
import type { Observation, Verdict } from "./classify"
import { classifyGoods, type Goods } from "./classify-goods"
import type { Lab } from "./lab"
import { readStoreBooks } from "./read-books"
import { readRecords, withoutRecord } from "./read-records"
import { intentOf, isOfOrder, type Subject } from "./subject"

/** Reads what became of a flow that moves goods, and judges it. */
export async function judgeGoods(
  lab: Lab,
  subject: Subject,
  call: GoodsCall
): Promise<Verdict> {
  const { paymentIntents, refunds } = lab.stripe.control.snapshot()
  return classifyGoods({
    call,
    taken: paymentIntents
      .filter((intent) => isOfOrder(intent, subject.order))
      .reduce((sum, { amount_received }) => sum + amount_received, 0),
    given: refunds
      .filter(
        ({ payment_intent, status }) =>
          payment_intent === intentOf(subject) &&
          status !== "failed" &&
          status !== "canceled"
      )
      .map(({ amount }) => amount),
    voided: paymentIntents.some(
      ({ id, status }) => id === intentOf(subject) && status === "canceled"
    ),
    books: await readStoreBooks(lab, subject),
    goods: await readGoods(lab, subject),
    ...(await said(lab, subject, call)),
  })
}

type Said = Pick<Observation, "says" | "records">

/** What our records say: of the refund, and of the edit or the release. */
async function said(
  lab: Lab,
  subject: Subject,
  call: GoodsCall
): Promise<Said> {
  switch (call) {
    case "cancel units":
    case "return units":
    case "cancel order":
      return readRecords(lab, subject)
    case "edit down": {
      const edit = await ofTable(lab, subject, EDITS)
      const refund = await readRecords(lab, subject)
      return {
        says: edit.says,
        records: [
          ...edit.records,
          ...refund.records,
          ...(edit.says === refund.says
            ? []
            : [`the edit says ${edit.says}, its refund ${refund.says}`]),
        ],
      }
    }
    case "edit up":
      return ofTable(lab, subject, EDITS)
    case "release part":
    case "release all":
      return ofTable(lab, subject, RELEASES)
  }
}

const EDITS = `SELECT settlement_status AS status, true AS booked
  FROM refunds_order_edit WHERE order_id = $1 AND deleted_at IS NULL`

const RELEASES = `SELECT status, status = 'failed' OR booked_at IS NOT NULL AS booked
  FROM refunds_order_release WHERE order_id = $1 AND deleted_at IS NULL`

const MEANING: Record<string, Observation["says"]> = {
  settled: "paid",
  succeeded: "paid",
  failed: "refused",
}

async function ofTable(
  { database }: Lab,
  subject: Subject,
  sql: string
): Promise<Said> {
  const rows = await database.query<{ status: string; booked: boolean }>(sql, [
    subject.order.id,
  ])
  const last = rows.at(-1)
  return {
    says: last ? (MEANING[last.status] ?? "open") : withoutRecord(subject),
    records: [
      ...(rows.filter(({ status }) => status !== "failed").length > 1
        ? [`${rows.length} records`]
        : []),
      ...rows
        .filter(({ booked }) => !booked)
        .map(({ status }) => `a record is ${status} and not booked`),
    ],
  }
}

async function readGoods(
  { database }: Lab,
  { order }: Subject
): Promise<Goods> {
  const [row] = await database.query<Record<keyof Goods, string | boolean>>(
    GOODS,
    [order.id]
  )
  if (!row) {
    throw new Error(`${order.id} has no line any more.`)
  }
  return {
    quantity: Number(row.quantity),
    shipped: Number(row.shipped),
    returning: Number(row.returning),
    reserved: Number(row.reserved),
    returns: Number(row.returns),
    open_changes: Number(row.open_changes),
    canceled: row.canceled === true,
    captured: String(row.captured),
  }
}

const GOODS = `
SELECT i.quantity, o.status = 'canceled' AS canceled, i.fulfilled_quantity AS shipped,
  i.return_requested_quantity AS returning,
  (SELECT coalesce(sum(quantity), 0) FROM reservation_item
   WHERE line_item_id = i.item_id AND deleted_at IS NULL) AS reserved,
  (SELECT count(*) FROM "return" WHERE order_id = o.id
   AND canceled_at IS NULL AND deleted_at IS NULL) AS returns,
  (SELECT count(*) FROM order_change WHERE order_id = o.id
   AND status IN ('pending', 'requested') AND deleted_at IS NULL) AS open_changes,
  (SELECT coalesce(sum(amount), 0) FROM order_transaction
   WHERE order_id = o.id AND reference = 'capture'
   AND deleted_at IS NULL) AS captured
FROM "order" o JOIN order_item i ON i.order_id = o.id
  AND i.version = o.version AND i.deleted_at IS NULL
WHERE o.id = $1`
