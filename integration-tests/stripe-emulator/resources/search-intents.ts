import type Stripe from "stripe"
import { invalidParams } from "../errors"
import type { Form } from "../form-encoding"
import { allow, integer, required, text } from "../params"
import type { AccountState } from "../state"

/** `status:'succeeded'`, `metadata['order_id']:'order_1'`, `amount>100`. */
const CLAUSE =
  /^(-?)(\w+)(?:\[['"]([^'"]+)['"]\])?(:|>=?|<=?)['"]?([^'"]*)['"]?$/

const NUMBERS = ["amount", "created"]
const TEXTS = ["currency", "customer", "status"]

type Test = (intent: Stripe.PaymentIntent) => boolean

/** Searches payment intents, newest first. Clauses are joined by AND only. */
export function searchIntents(state: AccountState, params: Form) {
  allow(params, ["query", "limit", "page"])
  const query = required(params, "query")
  const tests = query.split(/\s+AND\s+/i).map((clause) => testOf(clause.trim()))
  const limit = Math.min(Math.max(integer(params, "limit") ?? 10, 1), 100)
  const start = Number(text(params, "page") ?? 0)
  const found = Object.values(state.data.paymentIntents)
    .filter((intent) => tests.every((test) => test(intent)))
    .reverse()
  const end = start + limit
  const has_more = end < found.length
  return {
    object: "search_result",
    url: "/v1/payment_intents/search",
    has_more,
    next_page: has_more ? String(end) : null,
    data: found.slice(start, end),
  }
}

function testOf(clause: string): Test {
  // A path of the query language: an optional minus, a field, a comparison, a value.
  const [, not, field = "", key, operator = "", value = ""] =
    CLAUSE.exec(clause) ?? []
  const test = positiveTest(field, key, operator, value)
  if (!test) {
    throw invalidParams(
      `We were unable to parse your search query: ${clause}`,
      { param: "query" }
    )
  }
  return not ? (intent) => !test(intent) : test
}

function positiveTest(
  field: string,
  key: string | undefined,
  operator: string,
  value: string
): Test | null {
  if (field === "metadata" && key && operator === ":") {
    return ({ metadata }) => metadata[key] === value
  }
  if (TEXTS.includes(field) && operator === ":") {
    return (intent) => Reflect.get(intent, field) === value
  }
  if (NUMBERS.includes(field)) {
    return (intent) =>
      compares(Number(Reflect.get(intent, field)), operator, Number(value))
  }
  return null
}

function compares(left: number, operator: string, right: number): boolean {
  switch (operator) {
    case ">":
      return left > right
    case ">=":
      return left >= right
    case "<":
      return left < right
    case "<=":
      return left <= right
    default:
      return left === right
  }
}
