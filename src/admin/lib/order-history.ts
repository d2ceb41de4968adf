import type {
  AdminOrderRefundsResponse,
  OrderEditDTO,
  OrderEditLine,
  OrderReleaseDTO,
} from "../../types"
import { formatMoney, isAboveZero } from "./format-money"

export type EditEntry = {
  kind: "edit"
  edit: OrderEditDTO
  /** A later edit's link asks for what is due of this one, too. */
  isAskedLater: boolean
}
export type ReleaseEntry = { kind: "release"; release: OrderReleaseDTO }
export type HistoryEntry = EditEntry | ReleaseEntry

/** The edits and the releases of an order, each newest first, in one list. */
export const historyOf = (
  edits: OrderEditDTO[],
  releases: OrderReleaseDTO[]
): HistoryEntry[] =>
  [
    ...edits.map((edit, index): EditEntry => ({
      kind: "edit",
      edit,
      isAskedLater: edits
        .slice(0, index)
        .some((later) => isOpen(later) && asksBySameLink(edit, later)),
    })),
    ...releases.map((release): ReleaseEntry => ({ kind: "release", release })),
  ].sort((a, b) => madeAt(b).localeCompare(madeAt(a)))

const madeAt = (entry: HistoryEntry): string =>
  entry.kind === "edit" ? entry.edit.created_at : entry.release.created_at

const isOpen = ({ settlement }: OrderEditDTO): boolean =>
  settlement.status !== "settled"

const asksBySameLink = (
  { settlement }: OrderEditDTO,
  later: OrderEditDTO
): boolean =>
  settlement.status !== "settled" &&
  settlement.payment_collection_id !== null &&
  settlement.payment_collection_id === later.settlement.payment_collection_id

/** For how many a job still has something to find out or to write. */
export const unfinished = ({
  order_edits,
  order_releases,
}: Pick<AdminOrderRefundsResponse, "order_edits" | "order_releases">): number =>
  [
    ...order_edits.map(({ settlement }) => settlement.status),
    ...order_releases.map(({ status }) => status),
  ].filter((status) => status === "processing").length

/** What an edit did to quantities. */
export const changedLines = ({
  lines,
}: Pick<OrderEditDTO, "lines">): OrderEditLine[] =>
  lines.filter(({ before, after }) => before.quantity !== after.quantity)

/** What an edit did to the total, with its sign. */
export const signedDifference = ({
  difference,
  currency_code,
}: Pick<OrderEditDTO, "difference" | "currency_code">): string =>
  `${isAboveZero(difference) ? "+" : ""}${formatMoney(difference, currency_code)}`

/** Whether a release's payments have come to their end, and only the order has to follow. */
export const waitsForBooks = ({
  status,
  payments,
}: Pick<OrderReleaseDTO, "status" | "payments">): boolean =>
  status === "processing" &&
  payments.some((payment) => payment.status === "succeeded") &&
  payments.every((payment) =>
    ["succeeded", "failed", "undone"].includes(payment.status)
  )
