import { RecordsPart } from "./records-part"
import { managerOf } from "../database"
import { type Row, toDispute } from "./serialize"
import { type PaymentDisputeRecord } from "../../../domain"

/** The disputes of payments, as Stripe last told them. */
export class PaymentDisputes extends RecordsPart {
  /** Writes disputes as Stripe tells them now. */
  async save(disputes: PaymentDisputeRecord[]): Promise<void> {
    return this.transaction(async (context) => {
      for (const dispute of disputes) {
        await managerOf(context).execute(
          `INSERT INTO refunds_payment_dispute (id, order_id, payment_id, status, reason,
           currency_code, amount, is_charge_refundable, opened_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET status = excluded.status,
           reason = excluded.reason, amount = excluded.amount,
           is_charge_refundable = excluded.is_charge_refundable,
           updated_at = now()`,
          [
            dispute.id,
            dispute.order_id,
            dispute.payment_id,
            dispute.status,
            dispute.reason,
            dispute.currency_code,
            dispute.amount,
            dispute.is_charge_refundable,
            dispute.opened_at,
          ]
        )
      }
    })
  }

  /** The disputes of an order's payments, oldest first. */
  async read(filters: {
    order_id?: string
    payment_id?: string
    id?: string[]
  }): Promise<PaymentDisputeRecord[]> {
    const rows = await this.rows.listRefundsPaymentDisputes(filters, {
      order: { opened_at: "ASC", id: "ASC" },
    })
    return rows.map((row: Row) => toDispute(row))
  }

  /** Disputes whose end Stripe has not told yet. */
  async readOpen(): Promise<PaymentDisputeRecord[]> {
    const rows = await this.rows.listRefundsPaymentDisputes(
      { status: { $nin: ["won", "lost", "warning_closed", "prevented"] } },
      { order: { id: "ASC" } }
    )
    return rows.map((row: Row) => toDispute(row))
  }
}
