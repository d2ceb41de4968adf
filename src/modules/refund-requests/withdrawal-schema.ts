import { z } from "@medusajs/framework/zod"
import {
  STATUTORY_GROUNDS,
  STATUTORY_WITHDRAWAL_DAYS,
  type StatutoryGround,
  WITHDRAWAL_COUNTRIES,
} from "../../domain"
import {
  countries,
  NO_PRODUCTS,
  namesProducts,
  productConditions,
} from "./policy-values"

const TOO_SHORT = `must be ${STATUTORY_WITHDRAWAL_DAYS} or more: consumers in the EU may withdraw for ${STATUTORY_WITHDRAWAL_DAYS} days (Directive 2011/83/EU, Article 9), and no shop can give them less`

const GROUNDS = Object.keys(STATUTORY_GROUNDS) as StatutoryGround[]

const excluded = z
  .strictObject({
    /** The exception of the law; see `STATUTORY_GROUNDS`. */
    ground: z.enum(
      GROUNDS,
      `must be a ground of the law: ${GROUNDS.join(", ")}`
    ),
    ...productConditions,
  })
  .refine(namesProducts, NO_PRODUCTS)

/** The right of withdrawal, as a shop writes it; see `WithdrawalSettings`. */
export const withdrawalSchema = z.strictObject({
  enabled: z.boolean().default(true),
  days: z
    .number()
    .int()
    .min(STATUTORY_WITHDRAWAL_DAYS, TOO_SHORT)
    .max(3650)
    .default(STATUTORY_WITHDRAWAL_DAYS),
  countries: countries.default([...WITHDRAWAL_COUNTRIES]),
  excluded: z.array(excluded).default([]),
  assumeDeliveredAfterDays: z
    .number()
    .int()
    .min(0)
    .max(365)
    .nullable()
    .default(null),
})
