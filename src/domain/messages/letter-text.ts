import { webAddress } from "./html"
import type { Block, Letter } from "./letter"

const WIDTH = 72

/** The plain text of a letter: for people who read mail without HTML, and for machines. */
export function letterText(letter: Letter): string {
  const parts = [
    letter.greeting,
    ...letter.blocks.map(blockText),
    `${letter.closing}\n${letter.store_name}`,
    `-- \n${wrap(letter.footer)}`,
  ]
  return `${parts.filter(Boolean).join("\n\n")}\n`
}

function blockText(block: Block): string {
  switch (block.kind) {
    case "paragraph":
      return wrap(block.text)
    case "amounts":
      return amountsText(block)
    case "facts":
      return block.rows
        .map(({ label, value }) => `${label}: ${value}`)
        .join("\n")
    case "list":
      return [
        `${block.title}:`,
        ...block.items.map((item) => `- ${item}`),
      ].join("\n")
    case "quote":
      return [
        `${block.title}:`,
        ...wrap(block.text, WIDTH - 2)
          .split("\n")
          .map((line) => `> ${line}`.trimEnd()),
      ].join("\n")
    case "button": {
      const address = webAddress(block.url)
      // A broken address would only be in the way.
      return address ? `${block.label}:\n${address}` : ""
    }
  }
}

/** Amounts stand below each other, right-aligned as in a book. */
function amountsText({ rows, total }: Extract<Block, { kind: "amounts" }>) {
  const all = total ? [...rows, total] : rows
  const label = Math.max(...all.map((row) => row.label.length))
  const amount = Math.max(...all.map((row) => row.amount.length))
  const line = (row: (typeof all)[number]) =>
    `${row.label.padEnd(Math.min(label, WIDTH - amount - 2))}  ${row.amount.padStart(amount)}`
  const lines = rows.map(line)
  return total
    ? [
        ...lines,
        "-".repeat(Math.max(...all.map((row) => line(row).length))),
        line(total),
      ].join("\n")
    : lines.join("\n")
}

/** Breaks between words; a long word, such as an address, stays whole. */
const wrap = (text: string, width = WIDTH): string =>
  text
    .split(/\r\n|\r|\n/)
    .map((line) =>
      line.split(" ").reduce((lines, word) => {
        const last = lines.length - lines.lastIndexOf("\n") - 1
        const separator =
          lines === "" ? "" : last + 1 + word.length > width ? "\n" : " "
        return `${lines}${separator}${word}`
      }, "")
    )
    .join("\n")
