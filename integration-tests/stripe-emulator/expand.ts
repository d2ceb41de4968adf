import type { Form } from "./form-encoding"
import { invalidRequest } from "./errors"
import type { AccountState } from "./state"

const MAX_DEPTH = 4

/** Replaces ids by their objects along the paths of `expand[]`. */
export function expand(state: AccountState, body: unknown, params: Form) {
  const paths = Array.isArray(params.expand) ? params.expand : []
  const copy: unknown = structuredClone(body)
  for (const path of paths) {
    const parts = String(path).split(".")
    if (parts.length > MAX_DEPTH) {
      throw invalidRequest(
        `You cannot expand more than ${MAX_DEPTH} levels of a property.`,
        { param: "expand" }
      )
    }
    expandPath(state, copy, parts)
  }
  return copy
}

function expandPath(state: AccountState, value: unknown, path: string[]): void {
  if (Array.isArray(value)) {
    value.forEach((each) => expandPath(state, each, path))
    return
  }
  const [field, ...rest] = path
  if (field === undefined || typeof value !== "object" || value === null) {
    return
  }
  const target = value as Record<string, unknown>
  if (field === "refunds" && target.object === "charge") {
    target.refunds = embeddedRefunds(state, String(target.id))
  } else if (typeof target[field] === "string") {
    target[field] =
      structuredClone(lookup(state, target[field])) ?? target[field]
  }
  expandPath(state, target[field], rest)
}

const EMBEDDED = 10

function embeddedRefunds(state: AccountState, charge: string) {
  const all = Object.values(state.data.refunds)
    .filter((refund) => refund.charge === charge)
    .reverse()
  return {
    object: "list",
    url: `/v1/charges/${charge}/refunds`,
    has_more: all.length > EMBEDDED,
    data: all.slice(0, EMBEDDED),
  }
}

function lookup({ data }: AccountState, id: string): unknown {
  return (
    data.paymentIntents[id] ??
    data.charges[id] ??
    data.refunds[id] ??
    data.disputes[id] ??
    data.balanceTransactions[id] ??
    data.customers[id] ??
    data.paymentMethods[id]
  )
}
