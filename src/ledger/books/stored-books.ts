import type { Decimal, MedusaOrder, StoredBooks } from "../../domain"
import { ContainerRegistrationKeys, MathBN } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { summaryModule } from "../undocumented/undocumented-summary"

/** Reads the sums that can be left behind when two writers meet. */
export async function readStoredBooks(
  container: MedusaContainer,
  order: Pick<MedusaOrder, "id" | "version">
): Promise<StoredBooks> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const [summaries, { data }] = await Promise.all([
    summaryModule(container).listOrderSummaries({
      order_id: order.id,
      version: order.version,
    }),
    query.graph({
      entity: "order",
      fields: [
        "id",
        "payment_collections.*",
        "payment_collections.payments.id",
        "payment_collections.payments.captures.*",
        "payment_collections.payments.refunds.*",
      ],
      filters: { id: order.id },
    }),
  ])
  const collections = rows((data[0] as Row | undefined)?.payment_collections)
  const paymentsOf = (collection: Row) => rows(collection.payments)
  return {
    summary: summaries[0] ?? null,
    collections: collections.map((collection) => ({
      id: String(collection.id),
      refunded_amount: exact(collection, "refunded_amount"),
      rows: MathBN.sum(
        0,
        ...paymentsOf(collection)
          .flatMap(({ refunds }) => rows(refunds))
          .map((refund) => exact(refund, "amount"))
      ).toFixed(),
    })),
    captures: collections.flatMap(paymentsOf).flatMap((payment) =>
      rows(payment.captures).map((capture) => ({
        id: String(capture.id),
        payment_id: String(payment.id),
        amount: exact(capture, "amount"),
        created_at: new Date(capture.created_at as string).toISOString(),
      }))
    ),
  }
}

type Row = Record<string, unknown>

const rows = (value: unknown): Row[] =>
  Array.isArray(value) ? value.filter(Boolean) : []

/** The exact digits are in `raw_*`; the plain field is a float. */
function exact(row: Row, field: string): Decimal {
  const raw = row[`raw_${field}`] as { value?: string | number } | null
  return MathBN.convert(
    raw?.value ?? (row[field] as string | number | null) ?? 0
  ).toFixed()
}
