/**
 * An append-only table whose entries are written in the transaction that changes a
 * state. A notice for each entry that means one can therefore neither be lost nor be
 * made up.
 */
export type Trail = {
  /** What the ids of its entries begin with: they are read by their time. */
  prefix: string
  /**
   * Entries that mean a notice: `key, template, order_id, order_refund_id,
   * order_edit_id, refund_request_id, happened_at, waits` in this order. One
   * parameter: the least id that is looked at. `waits`: whether the state has to last
   * (`notifications.waitSeconds`) before it is told.
   */
  news: string
}
