import type { OrderRecords } from "../../../domain"
import { toOrderEdit, type OrderEditRecord } from "../order-edit-record"
import {
  toOrderRelease,
  type OrderReleaseRecord,
} from "../order-release-record"
import { RecordsPart } from "./records-part"
import { ORDER_RECORDS } from "./refund-statements"
import { type Row, toOrderRecords } from "./serialize"

export type OrderOverviewRecords = {
  records: OrderRecords
  /** Confirmed ones, newest first, as are the releases; no more than `ENTRIES` of each. */
  edits: OrderEditRecord[]
  releases: OrderReleaseRecord[]
}

/** Of the edits and of the releases: an order has a handful. */
const ENTRIES = 100

const newest = (rows: string): string =>
  `(SELECT coalesce(json_agg(newest ORDER BY newest.created_at DESC, newest.id DESC), '[]')
    FROM (${rows} ORDER BY made.created_at DESC, made.id DESC LIMIT ${ENTRIES}) newest)`

const EDITS = newest(`SELECT made.* FROM refunds_order_edit made
    WHERE made.order_id = asked.order_id AND made.status = 'edited' AND made.deleted_at IS NULL`)

const RELEASES = newest(`SELECT made.*,
      (SELECT coalesce(json_agg(payment), '[]')
       FROM refunds_order_release_payment payment
       WHERE payment.order_release_id = made.id AND payment.deleted_at IS NULL) AS payments
    FROM refunds_order_release made
    WHERE made.order_id = asked.order_id AND made.deleted_at IS NULL`)

/** One parameter: the order's id. */
const OVERVIEW = `SELECT ${ORDER_RECORDS}, ${EDITS} AS edits, ${RELEASES} AS releases
  FROM (SELECT ?::text AS order_id) asked`

/** All that the page of an order shows of our records. */
export class OrderOverview extends RecordsPart {
  /** In one statement, so that all of it is of one moment. */
  async read(orderId: string): Promise<OrderOverviewRecords> {
    const [row] = await this.query(OVERVIEW, [orderId])
    const { edits, releases, ...records } = row as {
      edits: Row[]
      releases: Row[]
    }
    return {
      records: toOrderRecords(records),
      edits: edits.map(toOrderEdit),
      releases: releases.map(toOrderRelease),
    }
  }
}
