import { model } from "@medusajs/framework/utils"

/**
 * One row per order. A reservation moves it on, and is made only if
 * `version` is still the one that was read with the plan's figures, so two
 * reservations never count on the same money (docs/adr/0001).
 *
 * It also says who writes the order's books: processes that share no lock
 * module share this database.
 */
export const OrderRefundGuard = model.define("refunds_order_guard", {
  order_id: model.text().primaryKey(),
  version: model.number().default(0),
  /** The version of Medusa's order that the books were last settled at. */
  settled_version: model.number().default(0),
  /** By payment: what Stripe gave back of its intent for others, or for nobody knows whom. */
  held: model.json().nullable(),
  /** Who writes Medusa's books of this order just now, and until when at most. */
  books_owner: model.text().nullable(),
  books_until: model.dateTime().nullable(),
})
