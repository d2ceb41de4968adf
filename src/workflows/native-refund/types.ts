/** What Medusa's refund button says, by payment and amount. */
export type RefundPaymentsInput = {
  order_id: string
  /** Amounts in major units, as the currency can pay them. */
  payments: { payment_id: string; amount: string }[]
  /**
   * Ids of the order refunds that the caller knew of. One more by the time that
   * the lock is held means that two people, or two clicks, were at work.
   */
  known: string[]
  refund_reason_id?: string | null
  /** For the staff. */
  note?: string | null
  /** Id of the user, for the record. */
  created_by?: string | null
}
