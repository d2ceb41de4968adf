import type { Form } from "./form-encoding"
import { invalidRequest } from "./errors"

/** Refuses parameters that the endpoint does not have. */
export function allow(params: Form, known: readonly string[]): void {
  const unknown = Object.keys(params).find(
    (name) => name !== "expand" && !known.includes(name)
  )
  if (unknown) {
    throw invalidRequest(`Received unknown parameter: ${unknown}`, {
      code: "parameter_unknown",
      param: unknown,
    })
  }
}

export const text = (params: Form, name: string): string | undefined => {
  const value = params[name]
  return typeof value === "string" && value !== "" ? value : undefined
}

/** A positive integer of minor units. */
export function amount(params: Form, name: string): number | undefined {
  const value = text(params, name)
  if (value === undefined) {
    return undefined
  }
  if (!/^-?\d+$/.test(value)) {
    throw invalidRequest(`Invalid integer: ${value}`, {
      code: "parameter_invalid_integer",
      param: name,
    })
  }
  if (Number(value) < 1) {
    throw invalidRequest("This value must be greater than or equal to 1.", {
      code: "parameter_invalid_integer",
      param: name,
    })
  }
  return Number(value)
}

/** Metadata with the request's keys merged in; an empty value removes a key. */
export function mergeMetadata(
  current: Record<string, string> | null,
  params: Form
): Record<string, string> {
  const given = params.metadata
  const merged = { ...current }
  // A list is metadata whose keys are 0, 1, 2...
  if (typeof given === "object") {
    for (const [key, value] of Object.entries(given)) {
      if (value === "") {
        delete merged[key]
      } else {
        merged[key] = String(value)
      }
    }
  }
  return merged
}
