/** A parcel with units of one item. Canceled parcels are left out by the caller. */
export type PolicyParcel = {
  readonly quantity: number
  /** ISO 8601; null while it has not left. */
  readonly shipped_at: string | null
  /** ISO 8601; null while it has not arrived, or where nobody tells. */
  readonly delivered_at: string | null
}

/** What the rules need to know of an item of an order. */
export type PolicyItem = {
  readonly item_id: string
  readonly product_id: string | null
  readonly category_ids: readonly string[]
  readonly tag_ids: readonly string[]
  /** False for downloads and services: they count from the order. */
  readonly requires_shipping: boolean
  /** Units of the order as it is now: what an edit took off is gone. */
  readonly ordered_quantity: number
  /** Of these, units whose money was neither given back nor is about to be. */
  readonly refundable_quantity: number
  /** Refundable units in a return that is open. */
  readonly in_return_quantity: number
  /** Refundable units in requests that are open, and in no open return. */
  readonly requested_quantity: number
  /** Of the requested units, those in open declarations of withdrawal. */
  readonly withdrawn_quantity: number
  readonly parcels: readonly PolicyParcel[]
}

/** What the rules need to know of an order. */
export type PolicyOrder = {
  readonly id: string
  /** ISO 8601. */
  readonly placed_at: string
  /** Where the order goes, else where its buyer lives; null where nobody knows. */
  readonly country_code: string | null
  readonly sales_channel_id: string | null
  readonly customer_group_ids: readonly string[]
  readonly currency_code: string
  /** A payment of it is disputed at the bank. */
  readonly disputed: boolean
  /** The shop holds it for a closer look, for example as a suspected fraud. */
  readonly flagged: boolean
  readonly canceled: boolean
  readonly items: readonly PolicyItem[]
}

/** An order, at a moment. */
export type PolicyContext = {
  readonly order: PolicyOrder
  readonly now: Date
}

/** An item of an order, at a moment: what a policy that is a function decides by. */
export type ItemContext = PolicyContext & { readonly item: PolicyItem }
