import { classify, type Goal, type Verdict } from "./classify"
import type { Call, Cell } from "./cells"
import { AMOUNT } from "./flows"
import { isGoodsCall } from "./goods-cells"
import { judgeGoods } from "./judge-goods"
import type { Lab } from "./lab"
import { readStoreBooks } from "./read-books"
import { readNativeWord, readRecords } from "./read-records"
import { intentOf, type Subject } from "./subject"

const CAPTURED = 2 * AMOUNT

const GOALS: Partial<Record<Call, Goal>> = {
  "create refund": "refund",
  "find refund": "refund",
  "cancel refund": "cancel",
  "list void": "nothing",
  "read void": "nothing",
}

const goalOf = ({ call }: Cell): Goal => GOALS[call] ?? "import"

/** Reads what became of a cell, and judges it: the same for both stores. */
export async function judge(lab: Lab, subject: Subject): Promise<Verdict> {
  if (subject.problem) {
    return { lost: false, doubled: false, wrong: [subject.problem] }
  }
  const { call } = subject.cell
  if (isGoodsCall(call)) {
    return judgeGoods(lab, subject, call)
  }
  const read = lab.side === "ours" ? readRecords : readNativeWord
  return classify({
    goal: goalOf(subject.cell),
    captured: goalOf(subject.cell) === "nothing" ? 0 : CAPTURED,
    amount: AMOUNT,
    stripe: lab.stripe.control
      .snapshot()
      .refunds.filter(
        ({ payment_intent }) => payment_intent === intentOf(subject)
      )
      .map(({ amount, status }) => ({ amount, status: String(status) })),
    books: await readStoreBooks(lab, subject),
    ...(await read(lab, subject)),
  })
}
