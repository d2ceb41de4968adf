/** One row of a Markdown table. */
export const row = (cells: (string | number)[]): string =>
  `| ${cells.join(" | ")} |`

/** A Markdown table. */
export const table = (head: string[], rows: (string | number)[][]): string =>
  [head, head.map(() => "---"), ...rows].map(row).join("\n")

/** @example ratio(1, 4) // "0.25" */
export const ratio = (ours: number, theirs: number | undefined): string =>
  theirs ? (ours / theirs).toFixed(2) : "-"
