import { z } from "@medusajs/framework/zod"
import { additionalData } from "../../../../utils/additional-data"
import { decimalText, parseDecimal } from "../../../../../domain"
import type { EditOrderRequest } from "../../../../../workflows/edit-order"
import { refundError } from "../../../../../workflows/common/refund-error"

const id = z.string().min(1).max(255)

/** Body of `POST /admin/orders/:id/edits` and of its preview. */
export const editOrderSchema = z.strictObject({
  items: z
    .array(z.strictObject({ item_id: id, quantity: z.number() }))
    .max(1000)
    .optional(),
  additions: z
    .array(
      z.strictObject({
        variant_id: id,
        quantity: z.number(),
        unit_price: z.union([z.number(), z.string().max(64)]).optional(),
      })
    )
    .max(100)
    .optional(),
  discounts: z.enum(["keep", "recompute"]).optional(),
  settle: z.enum(["auto", "refund", "charge", "link", "later"]).optional(),
  payment_method_id: id.nullish(),
  note: z.string().max(5000).nullish(),
  refund_reason_id: id.nullish(),
  preview_hash: z.string().max(128).nullish(),
  additional_data: additionalData,
})

export type EditOrderBody = z.output<typeof editOrderSchema>

/**
 * What a body asks for, with every default filled in.
 *
 * @throws invalid_amount for a price that is none
 */
export const toRequest = (body: EditOrderBody): EditOrderRequest => ({
  items: body.items ?? [],
  additions: (body.additions ?? []).map(
    ({ variant_id, quantity, unit_price }, index) => ({
      variant_id,
      quantity,
      unit_price: price(unit_price, `additions.${index}.unit_price`),
    })
  ),
  discounts: body.discounts ?? "keep",
  settle: body.settle ?? "auto",
  payment_method_id: body.payment_method_id ?? null,
})

function price(value: number | string | undefined, field: string) {
  if (value === undefined) {
    return null
  }
  const read = parseDecimal(value)
  if (!read || read.units < 0n) {
    throw refundError({
      code: "invalid_amount",
      message: `${value} is no price: it takes a decimal number from 0.`,
      details: { field },
    })
  }
  return decimalText(read)
}
