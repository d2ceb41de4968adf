import { z } from "@medusajs/framework/zod"
import {
  guardPolicyFunction,
  type ItemContext,
  type PolicyFunction,
  REFUND_RESOLUTIONS,
  type ReadPolicy,
  type RefundPolicy,
} from "../../domain"
import {
  countries,
  ids,
  NO_PRODUCTS,
  namesProducts,
  percent,
  policyAmount,
  productConditions,
} from "./policy-values"
import { passTo } from "./pass-to"

/** More than a hundred years: `null` says "without end" better. */
const MOST_DAYS = 36_500

const excluded = z
  .strictObject({
    /** Why the products are never refunded; customers read it. */
    ground: z.string().trim().min(1, "must say why, for customers"),
    ...productConditions,
  })
  .refine(namesProducts, NO_PRODUCTS)

/** One policy, as a shop writes it; see `RefundPolicy`. */
export const refundPolicySchema = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1, "must have a name, which requests are stored with"),
  countries: countries.optional(),
  salesChannelIds: ids.optional(),
  customerGroupIds: ids.optional(),
  ...productConditions,
  windowDays: z
    .number("must be a number of days, or null for no end")
    .int()
    .min(0, "must be a number of days, 0 for never, or null for no end")
    .max(MOST_DAYS)
    .nullable(),
  windowFrom: z.enum(["delivered", "shipped", "ordered"]).default("delivered"),
  extendToWorkingDay: z.boolean().default(false),
  excluded: z.array(excluded).default([]),
  resolutions: z.array(z.enum(REFUND_RESOLUTIONS)).min(1).default(["refund"]),
  restockingFeePercent: percent.default("0"),
  returnFee: policyAmount.default("0"),
  autoApproveBelow: policyAmount.nullable().default(null),
  keepItemBelow: policyAmount.nullable().default(null),
})

/** A policy as a shop writes it in the options, or as its function answers. */
export type WrittenPolicy = z.input<typeof refundPolicySchema>

/**
 * A policy of the shop's own making, asked for each item; `null` leaves the item to
 * the next policy. It must answer at once, and only by what it is given.
 *
 * @example
 * ({ order, item }) => item.tag_ids.includes("ptag_sale") ? { name: "Sale", windowDays: 7 } : null
 */
export type WrittenPolicyFunction = (
  context: ItemContext
) => WrittenPolicy | null

const readPolicy: ReadPolicy = (written) => {
  const read = refundPolicySchema.safeParse(written)
  return read.success
    ? { ok: true, policy: read.data satisfies RefundPolicy }
    : {
        ok: false,
        message: read.error.issues
          .map(({ path, message }) => [...path, message].join(" "))
          .join("; "),
      }
}

/** A policy, or a function that answers with one. */
export const policyRule = z
  .custom<WrittenPolicy | WrittenPolicyFunction>()
  .transform((given, context): RefundPolicy | PolicyFunction =>
    typeof given === "function"
      ? guardPolicyFunction(given, readPolicy)
      : passTo(refundPolicySchema, given, context)
  )
