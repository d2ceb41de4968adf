import Ajv, { type ValidateFunction } from "ajv/dist/2020"
import { createHash } from "node:crypto"
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { schemaOfTypes, type JsonSchema } from "./schema-of-types"

/** The declaration of each kind of object. */
const RESOURCES: Record<string, string> = {
  balance: "Balance",
  balance_transaction: "BalanceTransaction",
  cash_balance: "CashBalance",
  charge: "Charge",
  checkout_session: "Checkout.Session",
  credit_note: "CreditNote",
  customer: "Customer",
  customer_balance_transaction: "CustomerBalanceTransaction",
  dispute: "Dispute",
  invoice: "Invoice",
  payment_intent: "PaymentIntent",
  payment_link: "PaymentLink",
  payment_method: "PaymentMethod",
  refund: "Refund",
  setup_intent: "SetupIntent",
  tax_transaction: "Tax.Transaction",
}

/** The package's enums are open; what the emulator may say is not. */
const STATUSES: Record<string, readonly string[]> = {
  refund: ["pending", "requires_action", "succeeded", "failed", "canceled"],
  payment_intent: [
    "requires_payment_method",
    "requires_confirmation",
    "requires_action",
    "processing",
    "requires_capture",
    "canceled",
    "succeeded",
  ],
  charge: ["succeeded", "pending", "failed"],
  dispute: [
    "warning_needs_response",
    "warning_under_review",
    "warning_closed",
    "needs_response",
    "under_review",
    "won",
    "lost",
  ],
}

/** Recorded from Stripe, and not declared by the package. */
const UNDECLARED: Record<string, readonly string[]> = {
  charge: ["dispute"],
  dispute: ["balance_transaction"],
  payment_intent: ["shared_payment_granted_token"],
  payment_method: ["shared_payment_granted_token"],
}

/** The object without what is recorded and not declared, at any depth. */
function declared(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return Array.isArray(value) ? value.map(declared) : value
  }
  const known = UNDECLARED[String(Reflect.get(value, "object"))] ?? []
  return Object.fromEntries(
    Object.entries(value)
      .filter(([field]) => !known.includes(field))
      .map(([field, each]) => [field, declared(each)])
  )
}

export type ShapeCheck = (object: unknown) => string[]

/** Checks objects against the declarations of the installed `stripe` package. */
export function shapeCheck(): ShapeCheck {
  const ajv = new Ajv({ allErrors: true, strict: false })
  ajv.addSchema(cachedSchema())
  const validators = new Map<string, ValidateFunction>()
  return (object) => {
    const { object: kind, status } = object as Record<string, unknown>
    const resource = String(kind).replace(".", "_")
    if (!RESOURCES[resource]) {
      return [`${String(kind)} is not checked`]
    }
    const validate =
      validators.get(resource) ??
      ajv.compile({ $ref: `stripe-resources#/$defs/${resource}` })
    validators.set(resource, validate)
    const statuses = STATUSES[String(kind)]
    return [
      ...(validate(declared(object)) ? [] : (validate.errors ?? [])).map(
        ({ instancePath, message, params }) =>
          `${String(kind)}${instancePath} ${message} ${JSON.stringify(params)}`
      ),
      ...(statuses && !statuses.includes(String(status))
        ? [`${String(kind)}/status is ${String(status)}`]
        : []),
    ]
  }
}

/** Reading the declarations takes seconds, so the result is kept per version and generator. */
function cachedSchema(): JsonSchema {
  const { version } = JSON.parse(
    readFileSync(
      join(process.cwd(), "node_modules/stripe/package.json"),
      "utf8"
    )
  ) as { version: string }
  const made = createHash("sha256")
    .update(readFileSync(join(__dirname, "schema-of-types.ts")))
    .update(JSON.stringify(RESOURCES))
    .digest("hex")
    .slice(0, 8)
  const file = join(
    process.cwd(),
    `.cache/stripe-schema-${version}-${made}.json`
  )
  if (existsSync(file)) {
    return JSON.parse(readFileSync(file, "utf8")) as JsonSchema
  }
  const schema = schemaOfTypes(RESOURCES)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, JSON.stringify(schema))
  return schema
}
