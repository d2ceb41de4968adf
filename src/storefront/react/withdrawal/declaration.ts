import type { RefundMessages } from "../../messages"
import { FormError } from "../parts/form-error"

/** What the law lets a shop ask for. */
export type Declaration = {
  name: string
  orderNumber: string
  email: string
  /** In words, where the shop does not know who it is. */
  parts: string
  /** By the item's id, where it does. */
  quantities: Record<string, number>
}

export const EMPTY_DECLARATION: Declaration = {
  name: "",
  orderNumber: "",
  email: "",
  parts: "",
  quantities: {},
}

/** What was declared, and when the shop received it. */
export type Acknowledgement = {
  received_at: string
  /** The text as it was stored; null where the declaration is of chosen items. */
  receipt: string | null
}

/**
 * The fields without the blanks around them.
 *
 * @throws FormError where one is empty that is needed
 */
export function filledIn<Name extends "name" | "orderNumber" | "email">(
  declaration: Declaration,
  needed: readonly Name[],
  messages: RefundMessages
): Record<Name, string> {
  const { withdrawal, required } = messages
  const entries = needed.map((field): [Name, string] => {
    const value = declaration[field].trim()
    if (!value || (field === "email" && !value.includes("@"))) {
      throw new FormError(`${withdrawal[field]}: ${required}`)
    }
    return [field, value]
  })
  return Object.fromEntries(entries) as Record<Name, string>
}
