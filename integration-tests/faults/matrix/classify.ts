import { MathBN } from "@medusajs/framework/utils"

/** What the merchant wanted; `nothing`: Stripe let go of what it never took. */
export type Goal = "refund" | "import" | "cancel" | "nothing"

/** What Medusa's books say of an order, in major units. */
export type StoreBooks = {
  refund_rows: string
  refunded_amount: string
  order_transactions: string
  credit_lines: string
  pending_difference: string
  payment_status: string
}

/** What is true when everything has settled. */
export type Observation = {
  goal: Goal
  /** Minor units: what the customer paid, and what was to be refunded. */
  captured: number
  amount: number
  /** Stripe's refunds of the payment. */
  stripe: { amount: number; status: string }[]
  /** What the store says in the end: the record, or else the last answer. */
  says: "paid" | "waiting" | "refused" | "open"
  books: StoreBooks
  /** What is wrong with the store's own records. */
  records: string[]
}

export type Verdict = {
  /** The money never went, though the store says so or still tries. */
  lost: boolean
  /** More than one refund for one intent. */
  doubled: boolean
  /** What is wrong with the books. */
  wrong: string[]
}

const isLive = ({ status }: { status: string }) =>
  status !== "failed" && status !== "canceled"

/** Compares what a store says with what happened at Stripe. */
export function classify(seen: Observation): Verdict {
  if (seen.goal === "nothing") {
    return { lost: false, doubled: false, wrong: wrongVoid(seen) }
  }
  const live = seen.stripe.filter(isLive)
  const paid = live.reduce((sum, { amount }) => sum + amount, 0)
  return {
    lost: seen.goal !== "cancel" && !live.length && seen.says !== "refused",
    doubled: live.length > 1,
    wrong: [
      ...wrongBooks(seen, paid),
      ...wrongWord(seen, live.length),
      ...seen.records,
    ],
  }
}

/** The order costs what it cost, nothing was paid, and nothing came back. */
function wrongVoid({ books, says, records }: Observation): string[] {
  const { payment_status, pending_difference: _, ...amounts } = books
  return [
    ...Object.entries(amounts)
      .filter(([, said]) => !MathBN.eq(said, 0))
      .map(([name, said]) => `${name} ${said} is not 0`),
    ...(payment_status === "canceled"
      ? []
      : [`payment_status ${payment_status} is not canceled`]),
    ...(says === "open" ? [] : [`the store has a refund that is ${says}`]),
    ...records,
  ]
}

function wrongBooks({ books, captured }: Observation, paid: number): string[] {
  const expected = {
    refund_rows: paid,
    refunded_amount: paid,
    order_transactions: -paid,
    credit_lines: paid,
    pending_difference: 0,
  }
  const status =
    paid === 0
      ? "captured"
      : paid < captured
        ? "partially_refunded"
        : "refunded"
  return [
    ...Object.entries(expected)
      .map(([name, minor]) => ({
        name,
        minor,
        said: MathBN.mult(books[name as keyof StoreBooks], 100),
      }))
      .filter(({ said, minor }) => !MathBN.eq(said, minor))
      .map(
        ({ name, minor, said }) => `${name} ${said.toFixed()} is not ${minor}`
      ),
    ...(books.payment_status === status
      ? []
      : [`payment_status ${books.payment_status} is not ${status}`]),
  ]
}

/** What the store tells its merchant must be so. */
function wrongWord({ goal, says, stripe }: Observation, live: number) {
  const right = {
    refund: live > 0 ? "paid" : "refused",
    import: "paid",
    cancel: live > 0 ? "waiting" : "refused",
    nothing: "open",
  }[goal]
  // Money that never went is lost, not wrong.
  const lost = goal === "refund" && live === 0
  return lost || says === right
    ? []
    : [
        `the store says ${says}, Stripe ${stripe.map(({ status }) => status).join(", ") || "nothing"}`,
      ]
}
