/** So many days ago its first order was made. */
const DAYS = 400

/** Numbers with moments until now, and what Medusa's ids of then end with. */
const numbered = (count: number): string => `
  SELECT i, at, (
      SELECT string_agg(substr('0123456789ABCDEFGHJKMNPQRSTVWXYZ',
        ((ms >> (5 * digit)) % 32)::int + 1, 1), '' ORDER BY digit DESC)
      FROM generate_series(0, 9) digit
    ) || lpad(i::text, 16, '0') AS id
  FROM generate_series(1, ${count}) i,
    LATERAL (SELECT now() - interval '${DAYS} days' * (1 - i::float / ${count}) AS at) moment,
    LATERAL (SELECT (extract(epoch FROM at) * 1000)::bigint AS ms) clock`

const AMOUNT = `10, '{"value":"10.00","precision":20}'`

/**
 * SQL that fills a store: so many refunds, each with its event and an order change,
 * half as many orders. Rare among them: failed refunds, pending ones, open changes.
 */
export const largeStoreRows = (refunds: number): string[] => [
  `CREATE TEMP TABLE o AS ${numbered(refunds / 2)}`,
  `CREATE TEMP TABLE r AS SELECT refund.*, o.i AS order_number, o.id AS order
   FROM (${numbered(refunds)}) refund JOIN o ON o.i = (refund.i + 1) / 2`,

  `INSERT INTO "order" (id, currency_code, customer_id, display_id, version, created_at)
   SELECT 'order_' || id, 'eur', 'cus_' || i % 1000, i, 3, at FROM o`,
  `INSERT INTO order_summary (id, order_id, version, totals, created_at)
   SELECT 'ordsum_' || id, 'order_' || r.order, 1 + i % 3, '{}', at FROM r`,
  `INSERT INTO order_change (id, order_id, version, status, change_type, created_at, updated_at)
   SELECT 'ordch_' || id, 'order_' || r.order, 2 + i % 2,
     CASE WHEN i % 500 = 0 THEN 'pending' ELSE 'confirmed' END, 'return', at, at FROM r`,
  `INSERT INTO order_payment_collection (id, order_id, payment_collection_id)
   SELECT 'ordpay_' || id, 'order_' || id, 'paycol_' || id FROM o`,
  `INSERT INTO payment_collection (id, currency_code, amount, raw_amount)
   SELECT 'paycol_' || id, 'eur', ${AMOUNT} FROM o`,
  // As long as a payment intent of Stripe is.
  `INSERT INTO payment (id, amount, raw_amount, currency_code, provider_id,
     payment_collection_id, payment_session_id, data, created_at)
   SELECT 'pay_' || id, ${AMOUNT}, 'eur', 'pp_stripe_stripe', 'paycol_' || id, 'payses_' || id,
     jsonb_build_object('id', 'pi_' || i, 'latest_charge', 'ch_' || i, 'object', repeat('x', 1500)),
     at FROM o`,
  `INSERT INTO refund (id, amount, raw_amount, payment_id, created_at)
   SELECT 'ref_' || id, ${AMOUNT}, 'pay_' || r.order, at FROM r`,

  `INSERT INTO refunds_order_guard (order_id, version, settled_version)
   SELECT 'order_' || id, 2, 3 FROM o`,
  `INSERT INTO refunds_order_refund (id, order_id, order_display_id, status, source,
     currency_code, amount, subtotal, discount_total, tax_total, refund_reason_id,
     note, booked_at, created_at, updated_at)
   SELECT 'orref_' || id, 'order_' || r.order, order_number,
     CASE WHEN i % 200 = 0 THEN 'failed' ELSE 'succeeded' END,
     CASE WHEN i % 300 = 0 THEN 'stripe' ELSE 'admin' END,
     'eur', '1', '1', '0', '0', 'refr_' || i % 7,
     CASE WHEN i % 1000 = 0 THEN 'It arrived broken.' ELSE 'Came back, parcel ' || i END,
     at, at, at FROM r`,
  `INSERT INTO refunds_order_refund_line (id, position, kind, title, quantity, unit_amount,
     subtotal, discount_total, tax_total, tax_lines, amount, restock, order_refund_id)
   SELECT 'orrl_' || id, 0, 'item', 'Mug', 1, '1', '1', '0', '0', '{}', '1', 'none',
     'orref_' || id FROM r`,
  `INSERT INTO refunds_transaction (id, position, order_id, payment_id, provider_id,
     currency_code, amount, status, idempotency_key, request, medusa_refund_id,
     stripe_refund_id, order_refund_id)
   SELECT 'reftrx_' || id, 0, 'order_' || r.order, 'pay_' || r.order, 'pp_stripe_stripe',
     'eur', '1',
     CASE WHEN i % 200 = 0 THEN 'failed' WHEN i % 500 = 1 THEN 'pending' ELSE 'succeeded' END,
     'key_' || i,
     jsonb_build_object('target', jsonb_build_object('payment_intent', 'pi_' || order_number)),
     'ref_' || id, 're_' || i, 'orref_' || id FROM r`,
  `INSERT INTO refunds_audit_entry (id, actor, action, order_refund_id)
   SELECT 'refaud_' || id, 'test', 'reserved', 'orref_' || id FROM r`,
  `INSERT INTO refunds_order_edit (id, order_id, status, settlement_status, request,
     preview, settlement, request_hash, created_at, updated_at)
   SELECT 'oredit_' || id, 'order_' || id, 'edited', 'settled', '{}', '{}', '{}', 'hash', at, at FROM o`,
  `INSERT INTO refunds_order_release (id, order_id, kind, status, currency_code, authorized,
     released, capture_amount, rounding, lines, collections, plan_hash, request_hash,
     booked_at, created_at, updated_at)
   SELECT 'ordrel_' || id, 'order_' || id, 'void',
     CASE WHEN i % 20 = 0 THEN 'failed' ELSE 'succeeded' END,
     'eur', '1', '1', '0', '0', '{}', '{}', 'hash', 'hash',
     CASE WHEN i % 20 = 0 THEN NULL ELSE at END, at, at FROM o`,
  `INSERT INTO refunds_payment_dispute (id, order_id, payment_id, status, reason,
     currency_code, amount, is_charge_refundable, opened_at)
   SELECT 'du_' || i, 'order_' || id, 'pay_' || id,
     CASE WHEN i % 500 = 0 THEN 'needs_response' ELSE 'lost' END, 'general', 'eur', '1', false, at FROM o`,
  // Older ones that were processed are not kept.
  `INSERT INTO refunds_stripe_event (id, type, status, object_id, payment_intent, charge,
     next_attempt_at, created_at)
   SELECT 'evt_' || i, 'refund.created',
     CASE WHEN i % 500 = 0 THEN 'failed' ELSE 'processed' END,
     're_' || i, 'pi_' || order_number, 'ch_' || order_number, at,
     greatest(at, now() - interval '59 days') FROM r`,
  `INSERT INTO refunds_stripe_payment (id, stripe_id, charge)
   SELECT 'pay_' || id, 'pi_' || i, 'ch_' || i FROM o`,
  `INSERT INTO refunds_reconciliation (id, status, trigger, started_at, alive_at)
   SELECT 'refrec_' || id, 'completed', 'schedule', at, at FROM o`,
]
