import { cellsOf, type Cell, type Side } from "./cells"

type Choice = Pick<Cell, "call" | "effect"> & Partial<Cell>

/** A few cells of every call that are settled within a minute, in five deaths at once. */
const OURS: Choice[] = [
  { call: "create refund", effect: "answer lost", times: 3, told: false },
  { call: "create refund", effect: "too slow", times: 1, told: true },
  { call: "create refund", effect: "half an answer", times: 1, told: false },
  { call: "create refund", effect: "500, not stored", times: 3, told: true },
  { call: "create refund", effect: "400, idempotency error", told: false },
  { call: "find refund", effect: "connection reset before" },
  { call: "list refunds", effect: "request lost", times: 1 },
  { call: "read refund", effect: "409, key in use", times: 1 },
  { call: "list void", effect: "connection reset before", times: 1 },
  { call: "read void", effect: "answer lost", times: 1 },
  { call: "cancel refund", effect: "answer lost", times: 3, told: false },
  {
    call: "create refund",
    effect: "no fault",
    death: "before the request",
  },
  {
    call: "create refund",
    effect: "answer lost",
    death: "before the answer is recorded",
  },
  {
    call: "create refund",
    effect: "no fault",
    death: "before the order transaction",
  },
  {
    call: "list refunds",
    effect: "no fault",
    death: "before the refund row",
  },
  {
    call: "cancel refund",
    effect: "no fault",
    death: "before the refund row goes",
  },
]

/** One that Medusa's client heals, two that it does not. */
const NATIVE: Choice[] = [
  { call: "create refund", effect: "answer lost", times: 1 },
  { call: "create refund", effect: "answer lost", times: 3 },
  {
    call: "create refund",
    effect: "no fault",
    death: "before the order transaction",
  },
]

/** The cells of the matrix that `npm test` tries. */
export function representativeCells(side: Side): Cell[] {
  const all = cellsOf(side)
  return (side === "ours" ? OURS : NATIVE).map((choice) => {
    const cell = all.find((each) =>
      Object.entries({ death: null, ...choice }).every(
        ([field, value]) => Reflect.get(each, field) === value
      )
    )
    if (!cell) {
      throw new Error(`The matrix has no cell ${JSON.stringify(choice)}`)
    }
    return cell
  })
}
