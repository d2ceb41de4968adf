import { MathBN } from "@medusajs/framework/utils"
import { readBooks } from "../../../../support/books"
import { check } from "../../../../support/refund-checks"
import { agree, type Walk } from "./take-walk"

/** Ends a walk: what failed is withdrawn, and all that is left goes back. */
export async function payBackTheRest(walk: Walk): Promise<void> {
  const { container, stripe, refunds, story } = walk
  const { id } = story.order
  stripe.control.clearFaults()
  expect(await check(container, { order_id: id })).toEqual([])
  const { order_refunds } = await refunds.overview(id)
  for (const refund of order_refunds) {
    if (refund.actions.includes("withdraw")) {
      await story.act("withdraw", refund.id)
    }
  }
  await agree(walk)
  const { summary } = await refunds.overview(id)
  const owes = MathBN.gt(summary.owed, 0)
  await refunds.create(id, {
    items: "all",
    shipping: "all",
    limit_to_payments: true,
    ...(owes ? { outstanding: true } : {}),
  })
  await agree(walk)
  // Withdrawn units that are gone, and what was paid another way.
  const { summary: last } = await refunds.overview(id)
  if (MathBN.gt(last.refundable, 0)) {
    await story.goodwill(last.refundable)
    await agree(walk)
  }
  const end = await refunds.overview(id)
  expect(end.summary).toMatchObject({
    refunded: end.summary.captured,
    owed: expect.stringMatching(/^0(\.0+)?$/),
  })
  const books = await readBooks(container, stripe, story.order)
  expect(MathBN.lt(MathBN.abs(books.pending_difference), 0.0001)).toBe(true)
  expect(books.payment_status).toBe("refunded")
  expect(await check(container, { order_id: id })).toEqual([])
}
