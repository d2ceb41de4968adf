import { ContainerRegistrationKeys, MathBN } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { Decimal } from "../../domain"

/** A payment of an order that was not cancelled, as Medusa has it. */
export type HeldPayment = {
  id: string
  provider_id: string
  payment_collection_id: string
  currency_code: string
  data: Record<string, unknown>
  /** As it was asked for: not rounded. */
  amount: Decimal
  captured: boolean
}

export type HeldPayments = {
  /** Oldest first. */
  payments: HeldPayment[]
  collections: { id: string; amount: Decimal }[]
}

type Row = Record<string, unknown>

/** Reads what the payments of an order hold, or took. */
export async function readHeldPayments(
  container: MedusaContainer,
  orderId: string
): Promise<HeldPayments> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "order",
      fields: [
        "id",
        "payment_collections.*",
        "payment_collections.payments.*",
        "payment_collections.payments.captures.id",
      ],
      filters: { id: orderId },
    })
  const collections = rows((data[0] as Row | undefined)?.payment_collections)
  return {
    collections: collections.map((collection) => ({
      id: String(collection.id),
      amount: exact(collection, "amount"),
    })),
    payments: collections
      .flatMap(({ payments }) => rows(payments))
      .filter(({ canceled_at }) => !canceled_at)
      .sort((a, b) => createdAt(a) - createdAt(b))
      .map((payment) => ({
        id: String(payment.id),
        provider_id: String(payment.provider_id),
        payment_collection_id: String(payment.payment_collection_id),
        currency_code: String(payment.currency_code).toLowerCase(),
        data: (payment.data ?? {}) as Row,
        amount: exact(payment, "amount"),
        captured:
          Boolean(payment.captured_at) || rows(payment.captures).length > 0,
      })),
  }
}

const rows = (value: unknown): Row[] =>
  Array.isArray(value) ? value.filter(Boolean) : []

const createdAt = (row: Row): number =>
  new Date(row.created_at as string).getTime()

/** The exact digits are in `raw_*`; the plain field is a float. */
function exact(row: Row, field: string): Decimal {
  const raw = row[`raw_${field}`] as { value?: string | number } | null
  return MathBN.convert(
    raw?.value ?? (row[field] as string | number | null) ?? 0
  ).toFixed()
}
