import type { Decimal } from "../money/exact-decimal"
import type { PolicyFunction } from "./policy-function"
import type { StatutoryGround } from "./statutory-grounds"

/** What a customer can be offered for an item. The list will grow. */
export const REFUND_RESOLUTIONS = ["refund"] as const

export type RefundResolution = (typeof REFUND_RESOLUTIONS)[number]

/**
 * An amount in major units. One text counts in the currency of the order, whichever
 * it is; by currency it counts in the named ones only: `{ eur: "50", jpy: "8000" }`.
 */
export type PolicyAmount = Decimal | Readonly<Record<string, Decimal>>

/**
 * Which products something is about. Every list that is given must name the product,
 * its categories or its tags; within a list one is enough.
 */
export type ProductConditions = {
  readonly productIds?: readonly string[]
  readonly categoryIds?: readonly string[]
  readonly tagIds?: readonly string[]
}

/** Which items of which orders a policy is for; all lists that are given must hold. */
export type PolicyConditions = ProductConditions & {
  /** ISO 3166-1 alpha-2, lower case: where the order goes. */
  readonly countries?: readonly string[]
  readonly salesChannelIds?: readonly string[]
  readonly customerGroupIds?: readonly string[]
}

/**
 * One rule of a shop: for which items it is, how long a customer may ask for their
 * refund, and what the shop keeps.
 */
export type RefundPolicy = PolicyConditions & {
  readonly name: string
  /** Days, the first one not counted. `null`: without end; 0: never. */
  readonly windowDays: number | null
  /**
   * What the days are counted from. `delivered`: a parcel that nobody marked as
   * delivered counts from its shipment. Of several parcels of the order the last one
   * counts. What is not shipped at all (a download) counts from the order.
   */
  readonly windowFrom: "delivered" | "shipped" | "ordered"
  /** Whether a last day that is no working day is moved to the next one. */
  readonly extendToWorkingDay: boolean
  /** Products that are never refunded; the customer reads the ground. */
  readonly excluded: readonly (ProductConditions & { ground: string })[]
  readonly resolutions: readonly RefundResolution[]
  /** What the shop keeps of each line, in percent. */
  readonly restockingFeePercent: Decimal
  /** What the shop keeps once per request. */
  readonly returnFee: PolicyAmount
  /** Requests for less than this need nobody's approval. `null`: all need it. */
  readonly autoApproveBelow: PolicyAmount | null
  /** Of requests for less than this the customer keeps the goods. `null`: of none. */
  readonly keepItemBelow: PolicyAmount | null
}

/** The right of consumers to withdraw from a contract made at a distance. */
export type WithdrawalSettings = {
  readonly enabled: boolean
  /** Length of the period; the law asks for 14 days, a shop may give more. */
  readonly days: number
  /** Countries whose consumers have the right, lower case. */
  readonly countries: readonly string[]
  /** Products to which an exception of the law applies. */
  readonly excluded: readonly (ProductConditions & {
    ground: StatutoryGround
  })[]
  /**
   * A parcel that nobody marked as delivered counts as delivered so many days after
   * its shipment. `null`: the period does not run out before delivery is known.
   */
  readonly assumeDeliveredAfterDays: number | null
}

/** The policies of a shop, in the order in which they are asked, and its calendar. */
export type PolicySettings = {
  /** IANA name of the time zone in which the shop counts days. */
  readonly timeZone: string
  /** Days that are no working days, weekends aside: `"2026-12-25"`. */
  readonly holidays: readonly string[]
  /** The first one that fits an item decides about it. */
  readonly policies: readonly (RefundPolicy | PolicyFunction)[]
  readonly withdrawal: WithdrawalSettings
  /** The shop's policy in words, for customers. */
  readonly text: string | null
  /** Names these settings: other settings have another version. */
  readonly version: string
}
