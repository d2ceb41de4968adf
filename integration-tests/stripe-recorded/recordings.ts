import { readFileSync } from "node:fs"
import { join } from "node:path"

/** Something that Stripe really sent. */
export type Recording = {
  id: string
  kind: string
  api_version: string | null
  status: number
  headers?: Record<string, string>
  body: Record<string, unknown>
  /** What the plugin must make of it. */
  outcome: Record<string, unknown>
  note?: string
}

/** Every recording, in order. */
export const recordings = (): Recording[] =>
  readFileSync(join(__dirname, "answers.jsonl"), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Recording)
