import { RecordsPart } from "./records-part"

/** What pays one of Medusa's payments at Stripe, as its `data` says. */
export type StripePaymentRecord = {
  /** The id of Medusa's payment. */
  id: string
  /** The payment intent, or the charge of a payment from before there were intents. */
  stripe_id: string | null
  charge: string | null
}

/** Medusa's payments by their ids at Stripe, for which Medusa has no index. */
export class StripePayments extends RecordsPart {
  /** The last payment that was noted, of those whose ids are before one. */
  async lastBefore(id: string): Promise<string | null> {
    const [row] = await this.query(
      "SELECT max(id) AS id FROM refunds_stripe_payment WHERE id < ?",
      [id]
    )
    return row?.id ? String(row.id) : null
  }

  /** Notes payments as they are now. */
  async note(payments: StripePaymentRecord[]): Promise<void> {
    if (payments.length) {
      await this.query(
        `INSERT INTO refunds_stripe_payment (id, stripe_id, charge)
         SELECT now.* FROM (VALUES ${payments
           .map(() => "(?::text, ?::text, ?::text)")
           .join(", ")}) AS now (id, stripe_id, charge)
         LEFT JOIN refunds_stripe_payment AS known USING (id)
         WHERE known.id IS NULL
           OR known.stripe_id IS DISTINCT FROM now.stripe_id
           OR known.charge IS DISTINCT FROM now.charge
         ON CONFLICT (id) DO UPDATE SET stripe_id = excluded.stripe_id,
           charge = excluded.charge, updated_at = now()`,
        payments.flatMap(({ id, stripe_id, charge }) => [id, stripe_id, charge])
      )
    }
  }

  /** The payments of payment intents or charges, by their ids at Stripe. */
  async find(stripeIds: string[]): Promise<string[]> {
    const list = stripeIds.map(() => "?").join(", ")
    const rows = stripeIds.length
      ? await this.query(
          `SELECT id FROM refunds_stripe_payment
           WHERE deleted_at IS NULL AND (stripe_id IN (${list}) OR charge IN (${list}))`,
          [...stripeIds, ...stripeIds]
        )
      : []
    return rows.map(({ id }) => String(id))
  }
}
