import type { Emit } from "../events"
import type { Form } from "../form-encoding"
import type { AccountState } from "../state"

/** One call of the API. */
export type Call = {
  state: AccountState
  /** The id in the path, or "". */
  id: string
  params: Form
  /** The version of the API that the request asks for. */
  apiVersion: string
  emit: Emit
}

/** An endpoint; in its path `:id` stands for an id. */
export type Route = [
  method: string,
  path: string,
  handle: (call: Call) => object,
]

/** Whether a path is that of a route: the id in it, "" without one, or null. */
export function idIn(pattern: string, path: string): string | null {
  const match = new RegExp(`^${pattern.replace(":id", "(\\w+)")}$`).exec(path)
  return match ? (match[1] ?? "") : null
}
