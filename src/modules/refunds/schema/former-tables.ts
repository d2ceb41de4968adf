/** A table of version 0.1.0, and the one that takes its rows. */
export type FormerTable = {
  from: string
  to: string
  /** Columns that have another name now. */
  renamed?: Record<string, string>
  /** Other values of a column: SQL over the former row. */
  computed?: Record<string, string>
  /** A column with a sequence, which goes on after the highest value. */
  sequence?: string
}

/** The migrations that made the former tables, all of them. */
export const FORMER_MIGRATIONS = [
  "Migration20261121054557",
  "Migration20261121060000",
  "Migration20261121074139",
  "Migration20261121121251",
  "Migration20261121143000",
  "Migration20261121143956",
  "Migration20261121144134",
  "Migration20261126080859",
  "Migration20261126085125",
]

/** In the order of their foreign keys. */
export const FORMER_TABLES: FormerTable[] = [
  {
    from: "order_refund",
    to: "refunds_order_refund",
    renamed: { released_at: "revoked_at" },
    sequence: "display_id",
  },
  { from: "order_refund_line", to: "refunds_order_refund_line" },
  { from: "refund_transaction", to: "refunds_transaction" },
  { from: "order_refund_guard", to: "refunds_order_guard" },
  {
    from: "order_edit",
    to: "refunds_order_edit",
    computed: {
      settlement: `settlement
        || case when settlement->>'code' = 'stripe_declined'
          then '{"code": "provider_declined"}'::jsonb else '{}' end
        || case when jsonb_typeof(settlement->'charge') = 'object'
          then jsonb_build_object('charge', settlement->'charge'
            || jsonb_build_object('idempotency_key', id || ':confirm',
              'status', case settlement_status when 'settled' then 'succeeded'
                when 'failed' then 'failed' else 'unknown' end))
          else '{}' end`,
    },
  },
  { from: "order_release", to: "refunds_order_release" },
  { from: "order_release_payment", to: "refunds_order_release_payment" },
  { from: "payment_dispute", to: "refunds_payment_dispute" },
  { from: "refund_reconciliation", to: "refunds_reconciliation" },
  {
    from: "refund_reconciliation_entry",
    to: "refunds_reconciliation_entry",
    sequence: "sequence",
  },
  { from: "stripe_event", to: "refunds_stripe_event" },
]

/** The two former audit trails. Their `sequence` is counted anew, in its order. */
export const FORMER_TRAILS = [
  {
    from: "order_refund_event",
    subject_id: "order_refund_id",
    request_id: "refund_transaction_id",
  },
  {
    from: "order_release_event",
    subject_id: "order_release_id",
    request_id: "release_payment_id",
  },
]
