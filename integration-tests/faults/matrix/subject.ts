import type { Cell } from "./cells"
import type { Answer } from "./merchant"
import type { MatrixOrder } from "./prepare-store"

/** The order that a cell is tried with. */
export type Subject = {
  cell: Cell
  order: MatrixOrder
  /** How often the merchant has pressed, and what came last. */
  attempts: number
  answer: Answer | null
  /** Id of the order refund that is to be cancelled. */
  record: string | null
  /** How many calls the fault could hit: none, and nothing was tried. */
  hits: number
  /** Whether the store was at the moment of its death when it died. */
  reached: boolean
  /** Why the cell could not be tried to its end. */
  problem: string | null
}

export const newSubject = (cell: Cell, order: MatrixOrder): Subject => ({
  cell,
  order,
  attempts: 0,
  answer: null,
  record: null,
  hits: 0,
  reached: false,
  problem: null,
})

/** Whether the store met the fault, and died where it should. */
export const isTried = ({ cell, hits, reached }: Subject): boolean =>
  (cell.death !== null && reached) ||
  (cell.death === null && (cell.effect === "no fault" || hits > 0))

/** A cell that cannot be tried says so; the others go on. */
export async function trying(
  subject: Subject,
  work: () => Promise<void>
): Promise<void> {
  try {
    await work()
  } catch (error) {
    subject.problem = error instanceof Error ? error.message : String(error)
  }
}

export const intentOf = ({ order }: Subject): string =>
  String(order.payments[0]?.payment_intent)

export const paymentOf = ({ order }: Subject): string =>
  String(order.payments[0]?.id)

/** Whether a payment intent is the order's first, or one of its edits'. */
export const isOfOrder = (
  { id, metadata }: { id: string; metadata: Record<string, string> },
  order: Subject["order"]
): boolean =>
  id === order.payments[0]?.payment_intent || metadata.order_id === order.id
