import type { Side } from "./cells"
import { count } from "./count"
import type { Verdict } from "./classify"
import type { Result } from "./run-side"

export const isRight = ({ lost, doubled, wrong }: Verdict): boolean =>
  !lost && !doubled && wrong.length === 0

/** The columns of a line: side, call, fault, death. */
const WIDTHS = [6, 13, 46, 43]

const aligned = (name: string): string =>
  name
    .split(" | ")
    .map((part, column) => part.padEnd(WIDTHS[column] ?? 0))
    .join(" | ")

/** `ours   | create refund | answer lost, once | alive   ok` */
export function lineOf({ name, verdict, tried }: Result): string {
  const { lost, doubled, wrong } = verdict
  const verdicts = [
    ...(lost ? ["LOST"] : []),
    ...(doubled ? ["DOUBLED"] : []),
    ...(wrong.length ? [`BOOKS WRONG (${wrong.join("; ")})`] : []),
  ]
  const missed = tried ? "" : " (it never came to that)"
  return `${aligned(name)} ${verdicts.join(", ") || "ok"}${missed}`
}

export function summaryOf(results: Result[], side: Side): string {
  const counts = count(results.filter(({ cell }) => cell.side === side))
  return `${side}: ${counts.cells} cells, ${counts.lost} refunds lost, ${counts.doubled} doubled, ${counts.wrong} books wrong`
}

export { writeTable } from "./report-table"
