/** One part of a letter. What stands in it is plain text: nothing is escaped yet. */
export type Block =
  | { kind: "paragraph"; text: string }
  /** Amounts, and what they add up to. */
  | {
      kind: "amounts"
      rows: { label: string; amount: string }[]
      total: { label: string; amount: string } | null
    }
  /** What belongs to a name: a date, a reference. */
  | { kind: "facts"; rows: { label: string; value: string }[] }
  | { kind: "list"; title: string; items: string[] }
  /** What somebody wrote. */
  | { kind: "quote"; title: string; text: string }
  | { kind: "button"; label: string; url: string }

/** A message before it becomes text or HTML. */
export type Letter = {
  language: string
  subject: string
  store_name: string
  greeting: string
  blocks: Block[]
  closing: string
  footer: string
}
