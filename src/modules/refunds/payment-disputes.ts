import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
} from "@medusajs/framework/utils"
import { transactionManager, type TransactionContext } from "./row-locks"
import { toDispute, type Row } from "./serialize"
import { StripeEventPayments } from "./stripe-event-payments"
import type { PaymentDisputeRecord } from "../../domain"

/** The disputes of payments, as Stripe last told them. */
export class PaymentDisputes extends StripeEventPayments {
  /** Writes disputes as Stripe tells them now. */
  @InjectTransactionManager()
  async saveDisputes(
    disputes: PaymentDisputeRecord[],
    @MedusaContext() context: TransactionContext = {}
  ): Promise<void> {
    for (const dispute of disputes) {
      await transactionManager(context).execute(
        `INSERT INTO payment_dispute (id, order_id, payment_id, status, reason,
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
  }

  /** The disputes of an order's payments, oldest first. */
  @InjectManager()
  async readDisputes(
    filters: { order_id?: string; payment_id?: string; id?: string[] },
    @MedusaContext() context: TransactionContext = {}
  ): Promise<PaymentDisputeRecord[]> {
    const rows = await this.listPaymentDisputes(
      filters,
      { order: { opened_at: "ASC", id: "ASC" } },
      context
    )
    return rows.map((row: Row) => toDispute(row))
  }

  /** The payment of refunds or disputes of Stripe, by their ids, if it is known. */
  @InjectManager()
  async paymentOfStripeObjects(
    ids: string[],
    @MedusaContext() context: TransactionContext = {}
  ): Promise<{ payment_id: string; order_id: string } | null> {
    const select = ["payment_id", "order_id"]
    const [known] = [
      ...(await this.listRefundTransactions(
        { stripe_refund_id: ids },
        { select, take: 1 },
        context
      )),
      ...(await this.listPaymentDisputes(
        { id: ids },
        { select, take: 1 },
        context
      )),
    ]
    return known
      ? { payment_id: known.payment_id, order_id: known.order_id }
      : null
  }

  /** Disputes whose end Stripe has not told yet. */
  @InjectManager()
  async readOpenDisputes(
    @MedusaContext() context: TransactionContext = {}
  ): Promise<PaymentDisputeRecord[]> {
    const rows = await this.listPaymentDisputes(
      { status: { $nin: ["won", "lost", "warning_closed", "prevented"] } },
      { order: { id: "ASC" } },
      context
    )
    return rows.map((row: Row) => toDispute(row))
  }
}
