import type { PolicyItem, PolicyOrder, PolicyParcel } from "../policy-context"
import type { PolicyBlockCode } from "../policy-block"
import type {
  PolicySettings,
  RefundPolicy,
  WithdrawalSettings,
} from "../policy-types"
import { WITHDRAWAL_COUNTRIES } from "../withdrawal-countries"

/**
 * A case that a merchant can read: what differs from the usual shop and order below,
 * when the customer looks, and what they then see of each item.
 */
export type PolicyCase = {
  title: string
  timeZone?: string
  holidays?: string[]
  /** Default: one policy of 14 days from delivery. */
  policies?: Partial<RefundPolicy>[]
  withdrawal?: Partial<WithdrawalSettings>
  order?: Partial<Omit<PolicyOrder, "items">>
  /** Default: one mug, delivered on Monday, 1 June 2026 at 10:00 in Berlin. */
  items?: Partial<PolicyItem>[]
  now: string
  /** For each item: how many units, or why none; and the first moment too late. */
  expect: {
    refund?: number | PolicyBlockCode
    refundUntil?: string | null
    policy?: string | null
    withdrawal?: number | PolicyBlockCode
    withdrawalUntil?: string | null
  }[]
}

/** A parcel that was shipped two days before it arrived. */
export const delivered = (at: string, quantity = 1): PolicyParcel => ({
  quantity,
  shipped_at: new Date(new Date(at).getTime() - 2 * 86_400_000).toISOString(),
  delivered_at: at,
})

/** A parcel that nobody marked as delivered. */
export const shipped = (at: string, quantity = 1): PolicyParcel => ({
  quantity,
  shipped_at: at,
  delivered_at: null,
})

/** Monday, 1 June 2026, in the morning in Berlin. */
export const MONDAY = "2026-06-01T10:00:00+02:00"

export const usualPolicy: RefundPolicy = {
  name: "14 days",
  windowDays: 14,
  windowFrom: "delivered",
  extendToWorkingDay: false,
  excluded: [],
  resolutions: ["refund"],
  restockingFeePercent: "0",
  returnFee: "0",
  autoApproveBelow: null,
  keepItemBelow: null,
}

/** The item of an order; its quantities follow from `ordered_quantity`. */
export function itemWith(given: Partial<PolicyItem> = {}): PolicyItem {
  const ordered = given.ordered_quantity ?? 1
  return {
    item_id: "mug",
    product_id: "prod_mug",
    category_ids: [],
    tag_ids: [],
    requires_shipping: true,
    ordered_quantity: ordered,
    refundable_quantity: ordered,
    in_return_quantity: 0,
    requested_quantity: 0,
    withdrawn_quantity: 0,
    parcels: [delivered(MONDAY, ordered)],
    ...given,
  }
}

export const orderWith = (
  given: Partial<Omit<PolicyOrder, "items">> = {},
  items: Partial<PolicyItem>[] = [{}]
): PolicyOrder => ({
  id: "order_1",
  placed_at: "2026-05-28T12:00:00+02:00",
  country_code: "de",
  sales_channel_id: "sc_web",
  customer_group_ids: [],
  currency_code: "eur",
  disputed: false,
  flagged: false,
  canceled: false,
  ...given,
  items: items.map(itemWith),
})

/** A shop in Berlin. */
export const settingsWith = ({
  timeZone = "Europe/Berlin",
  holidays = [],
  policies = [{}],
  withdrawal = {},
}: Pick<
  PolicyCase,
  "timeZone" | "holidays" | "policies" | "withdrawal"
> = {}): PolicySettings => ({
  timeZone,
  holidays,
  policies: policies.map((policy) => ({ ...usualPolicy, ...policy })),
  withdrawal: {
    enabled: true,
    days: 14,
    countries: WITHDRAWAL_COUNTRIES,
    excluded: [],
    assumeDeliveredAfterDays: null,
    ...withdrawal,
  },
  text: null,
  version: "test",
})
