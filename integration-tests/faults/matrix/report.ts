import { readFileSync, writeFileSync } from "node:fs"
import type { Call, Side } from "./cells"
import type { Verdict } from "./classify"
import type { Result } from "./run-side"

type Counts = { cells: number; lost: number; doubled: number; wrong: number }

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

export const count = (results: Result[]): Counts => ({
  cells: results.length,
  lost: results.filter(({ verdict }) => verdict.lost).length,
  doubled: results.filter(({ verdict }) => verdict.doubled).length,
  wrong: results.filter(({ verdict }) => verdict.wrong.length).length,
})

export function summaryOf(results: Result[], side: Side): string {
  const counts = count(results.filter(({ cell }) => cell.side === side))
  return `${side}: ${counts.cells} cells, ${counts.lost} refunds lost, ${counts.doubled} doubled, ${counts.wrong} books wrong`
}

const WHAT: [title: string, call: Call][] = [
  ["a merchant refunds (`POST /v1/refunds`)", "create refund"],
  ["a lost answer is searched (`GET /v1/refunds`)", "find refund"],
  ["a Dashboard refund is recorded (`GET /v1/refunds`)", "list refunds"],
  ["the same, told by a thin event (`GET /v1/refunds/:id`)", "read refund"],
  ["a refund of Medusa's own code (`GET /v1/events`)", "list events"],
  ["a merchant cancels (`POST /v1/refunds/:id/cancel`)", "cancel refund"],
]

/** The table of `docs/reliability.md`. */
export function tableOf(results: Result[]): string {
  const row = (title: string, counted: Result[]) => {
    const columns = (["ours", "native"] as const).map((side) => {
      const of = counted.filter(({ cell }) => cell.side === side)
      const { cells, lost, doubled, wrong } = count(of)
      return cells
        ? `${cells} | ${lost} | ${doubled} | ${wrong}`
        : "- | - | - | -"
    })
    return `| ${title} | ${columns.join(" | ")} |`
  }
  const rows = WHAT.flatMap(([title, call]) =>
    (["alive", "killed"] as const).flatMap((fate) => {
      const counted = results.filter(
        ({ cell }) =>
          cell.call === call && Boolean(cell.death) === (fate === "killed")
      )
      return counted.length ? [row(`${title}, ${fate}`, counted)] : []
    })
  )
  return [
    "| what happens | ours: cells | lost | doubled | books wrong | Medusa alone: cells | lost | doubled | books wrong |",
    "| --- | --- | --- | --- | --- | --- | --- | --- | --- |",
    ...rows,
    row("**all**", results),
  ].join("\n")
}

const BEGIN = "<!-- table of `npm run test:faults`: begin -->"
const END = "<!-- table of `npm run test:faults`: end -->"

/** Replaces the table between the markers of a document. */
export function writeTable(file: string, results: Result[]): void {
  const text = readFileSync(file, "utf8")
  const [before, rest = ""] = text.split(BEGIN)
  const after = rest.split(END)[1]
  if (after === undefined) {
    throw new Error(`${file} has no place for the table.`)
  }
  writeFileSync(
    file,
    `${before}${BEGIN}\n\n${tableOf(results)}\n\n${END}${after}`
  )
}
