import { z } from "@medusajs/framework/zod"
import {
  isDay,
  isTimeZone,
  type PolicySettings,
  policyVersion,
} from "../../domain"
import {
  policyRule,
  type WrittenPolicy,
  type WrittenPolicyFunction,
} from "./refund-policy-schema"
import { withdrawalSchema } from "./withdrawal-schema"

type WrittenRule = WrittenPolicy | WrittenPolicyFunction

/**
 * What customers may ask to refund, as a shop writes it in the options. Read, it is
 * `PolicySettings`: with all defaults, and a version.
 *
 * @example
 * policy: {
 *   timeZone: "Europe/Berlin",
 *   policies: [
 *     { name: "Sale", tagIds: ["ptag_sale"], windowDays: 0 },
 *     { name: "30 days", windowDays: 30 },
 *   ],
 * }
 */
export const policyOptionsSchema = z
  .strictObject({
    /** IANA name of the time zone in which the shop counts days. */
    timeZone: z
      .string()
      .refine(isTimeZone, "must be a time zone such as Europe/Berlin")
      .default("UTC"),
    /** Days that are no working days, weekends aside. */
    holidays: z
      .array(z.string().refine(isDay, "must be a day such as 2026-12-25"))
      .default([]),
    /** The first one that fits an item decides. Without any, nothing can be asked for. */
    policies: z
      .custom<WrittenRule | WrittenRule[]>()
      .transform((given) => [given].flat())
      .pipe(z.array(policyRule))
      .default([]),
    withdrawal: withdrawalSchema.prefault({}),
    /** The policy in words, for customers. */
    text: z.string().trim().min(1).nullable().default(null),
  })
  .transform((settings): PolicySettings => ({
    ...settings,
    version: policyVersion(settings),
  }))

/** The option as a shop writes it. */
export type PolicyOptions = z.input<typeof policyOptionsSchema>
