import { z } from "@medusajs/framework/zod"
import { SHORTEST_SECRET } from "../../domain"
import { policyOptionsSchema } from "./policy-options"

const SECRET_TOO_SHORT = `must have at least ${SHORTEST_SECRET} characters: \`openssl rand -base64 32\` makes one`

/**
 * Keys with which guests' links are signed: the first one signs, the others are
 * still believed. Without one, only customers who are logged in see their refunds.
 */
export const accessSecretSchema = z
  .union([z.string(), z.array(z.string().optional())])
  .optional()
  .transform((given) =>
    [given].flat().flatMap((secret) => (secret ? [secret] : []))
  )
  .refine(
    (secrets) => secrets.every(({ length }) => length >= SHORTEST_SECRET),
    SECRET_TOO_SHORT
  )

/** How guests reach their orders. */
const accessSchema = z.strictObject({
  /** How many days a link is valid. */
  linkDays: z.number().int().min(1).max(365).default(30),
  /** How many links of one order are mailed in a day. */
  linksPerOrderAndDay: z.number().int().min(1).max(100).default(5),
  /** How often one IP address may ask for a link, or withdraw, in an hour. */
  perIpAndHour: z.number().int().min(1).max(10_000).default(10),
})

/** Requests of customers. */
export const requestOptionsSchema = z.strictObject({
  /** What customers may ask for, until when, and what the shop keeps. */
  policy: policyOptionsSchema.prefault({}),
  access: accessSchema.prefault({}),
  /** How many requests an order may have in a day. */
  perOrderAndDay: z.number().int().min(1).max(100).default(5),
  /** How many photos a request may have. */
  photos: z.number().int().min(0).max(10).default(5),
  /** How large one photo may be, in bytes. */
  photoBytes: z.number().int().min(1).max(20_000_000).default(5_000_000),
})
