import { z } from "@medusajs/framework/zod"
import { REFUND_REQUEST_KINDS } from "../../../../../domain"

const id = z.string().min(1).max(255)
const message = z.string().trim().min(1).max(2000)

/** A language tag that `Intl` understands: "de", "pt-BR". */
export const localeSchema = z
  .string()
  .max(35)
  .regex(/^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*$/, "is not a language tag")

/** Body of `POST /store/orders/:id/refund-requests`. */
export const createRefundRequestSchema = z
  .strictObject({
    kind: z.enum(REFUND_REQUEST_KINDS).default("refund"),
    items: z
      .array(
        z.strictObject({
          item_id: id,
          quantity: z.number().int().min(1).max(1_000_000),
          refund_reason_id: id.nullish(),
        })
      )
      .min(1)
      .max(500),
    resolution: z.string().min(1).max(64).default("refund"),
    message: message.nullish(),
    locale: localeSchema.nullish(),
    name: z.string().trim().min(1).max(255).nullish(),
  })
  .refine(({ kind, name }) => kind !== "withdrawal" || !!name, {
    path: ["name"],
    message: "a withdrawal needs the name of the person who declares it",
  })

/** Body of `.../answer`. */
export const answerSchema = z.strictObject({ message })
