import { readFileSync, writeFileSync } from "node:fs"
import type { Call } from "./cells"
import { count, type Counts } from "./count"
import type { Result } from "./run-side"

const WHAT: [title: string, call: Call][] = [
  ["a merchant refunds (`POST /v1/refunds`)", "create refund"],
  ["a lost answer is searched (`GET /v1/refunds`)", "find refund"],
  ["a Dashboard refund is recorded (`GET /v1/refunds`)", "list refunds"],
  ["the same, told by a thin event (`GET /v1/refunds/:id`)", "read refund"],
  [
    "a void by an old API version is told, and is no refund (`GET /v1/refunds`)",
    "list void",
  ],
  ["the same, told by thin events (`GET /v1/refunds/:id`)", "read void"],
  ["a refund of Medusa's own code (`GET /v1/events`)", "list events"],
  ["a merchant cancels (`POST /v1/refunds/:id/cancel`)", "cancel refund"],
  ["units are taken off and refunded (`POST /v1/refunds`)", "cancel units"],
  ["a return is opened and refunded (`POST /v1/refunds`)", "return units"],
  ["an edit to less is refunded (`POST /v1/refunds`)", "edit down"],
  [
    "an edit to more charges a saved card (`POST /v1/payment_intents/:id/confirm`)",
    "edit up",
  ],
  [
    "a part is released, the rest captured (`POST /v1/payment_intents/:id/capture`)",
    "release part",
  ],
  [
    "everything is released, the order cancelled (`POST /v1/payment_intents/:id/cancel`)",
    "release all",
  ],
  ["a paid order is cancelled (`POST /v1/refunds`)", "cancel order"],
]

const SIDES = ["ours", "native"] as const
const FATES = ["alive", "killed"] as const
const ALL = "**all**"

/** What a row says of each side; null where nothing was tried. */
type Row = { title: string; sides: (Counts | null)[] }

/** The rows that results are for. */
const rowsOf = (results: Result[]): Row[] =>
  WHAT.flatMap(([title, call]) =>
    FATES.flatMap((fate) => {
      const counted = results.filter(
        ({ cell }) =>
          cell.call === call && Boolean(cell.death) === (fate === "killed")
      )
      return counted.length
        ? [{ title: `${title}, ${fate}`, sides: sidesOf(counted) }]
        : []
    })
  )

const sidesOf = (results: Result[]): (Counts | null)[] =>
  SIDES.map((side) => {
    const counts = count(results.filter(({ cell }) => cell.side === side))
    return counts.cells ? counts : null
  })

/** `| title | 24 | 0 | 0 | 0 | - | - | - | - |`, as `lineOf` writes it. */
function readRow(line: string): Row[] {
  const [, title = "", ...columns] = line.split("|").map((cell) => cell.trim())
  const [cells, lost, doubled, wrong, ...native] = columns
  const counts = (numbers: (string | undefined)[]): Counts | null => {
    const [cells = NaN, lost = 0, doubled = 0, wrong = 0] = numbers.map(Number)
    return Number.isNaN(cells) ? null : { cells, lost, doubled, wrong }
  }
  const sides = [counts([cells, lost, doubled, wrong]), counts(native)]
  return title !== ALL && sides.some((side) => side !== null)
    ? [{ title, sides }]
    : []
}

const lineOf = ({ title, sides }: Row): string =>
  `| ${title} | ${sides
    .map((counts) =>
      counts
        ? `${counts.cells} | ${counts.lost} | ${counts.doubled} | ${counts.wrong}`
        : "- | - | - | -"
    )
    .join(" | ")} |`

const total = (rows: Row[]): Row => ({
  title: ALL,
  sides: SIDES.map((_, side) => {
    const sum = (field: keyof Counts) =>
      rows.reduce((all, { sides }) => all + (sides[side]?.[field] ?? 0), 0)
    return {
      cells: sum("cells"),
      lost: sum("lost"),
      doubled: sum("doubled"),
      wrong: sum("wrong"),
    }
  }),
})

/**
 * The table of `docs/reliability.md`. Rows that nothing was tried for stay as
 * they were.
 */
export function tableOf(results: Result[], before: string): string {
  const known = new Map(
    [...before.split("\n").flatMap(readRow), ...rowsOf(results)].map((row) => [
      row.title,
      row,
    ])
  )
  const rows = WHAT.flatMap(([title]) =>
    FATES.flatMap((fate) => known.get(`${title}, ${fate}`) ?? [])
  )
  return [
    "| what happens | ours: cells | lost | doubled | books wrong | Medusa alone: cells | lost | doubled | books wrong |",
    "| --- | --- | --- | --- | --- | --- | --- | --- | --- |",
    ...[...rows, total(rows)].map(lineOf),
  ].join("\n")
}

const BEGIN = "<!-- table of `npm run test:faults`: begin -->"
const END = "<!-- table of `npm run test:faults`: end -->"

/** Replaces the table between the markers of a document. */
export function writeTable(file: string, results: Result[]): void {
  const text = readFileSync(file, "utf8")
  const [before, rest = ""] = text.split(BEGIN)
  const [table = "", after] = rest.split(END)
  if (after === undefined) {
    throw new Error(`${file} has no place for the table.`)
  }
  writeFileSync(
    file,
    `${before}${BEGIN}\n\n${tableOf(results, table)}\n\n${END}${after}`
  )
}
