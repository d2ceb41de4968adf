import type { Form } from "./form-encoding"
import { invalidParams, unknownParam } from "./errors"

/**
 * Refuses parameters that the endpoint does not have, also inside those whose
 * fields are given: `allow(params, ["created"], { created: ["gte"] })`.
 */
export function allow(
  params: Form,
  known: readonly string[],
  fields: Record<string, readonly string[]> = {}
): void {
  for (const [name, value] of Object.entries(params)) {
    if (name !== "expand" && !known.includes(name)) {
      throw unknownParam(name)
    }
    const inside = fields[name]
    const odd =
      inside &&
      typeof value === "object" &&
      Object.keys(value).find((field) => !inside.includes(field))
    if (odd) {
      throw unknownParam(`${name}[${odd}]`)
    }
  }
}

export const text = (params: Form, name: string): string | undefined => {
  const value = params[name]
  return typeof value === "string" && value !== "" ? value : undefined
}

/** A whole number, or undefined. */
export function integer(params: Form, name: string): number | undefined {
  const value = text(params, name)
  if (value !== undefined && !/^-?\d+$/.test(value)) {
    throw invalidParams(`Invalid integer: ${value}`, {
      code: "parameter_invalid_integer",
      param: name,
    })
  }
  return value === undefined ? undefined : Number(value)
}

/** A positive integer of minor units. */
export function amount(params: Form, name: string): number | undefined {
  const value = integer(params, name)
  if (value !== undefined && value < 1) {
    throw invalidParams("This value must be greater than or equal to 1.", {
      code: "parameter_invalid_integer",
      param: name,
    })
  }
  return value
}

export function required(params: Form, name: string): string {
  const value = text(params, name)
  if (value === undefined) {
    throw invalidParams(`Missing required param: ${name}.`, {
      code: "parameter_missing",
      param: name,
    })
  }
  return value
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
