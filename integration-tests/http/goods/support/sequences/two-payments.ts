import type { Sequences } from "./types"

/** 50.00 on one card and 30.00 on another: the first one pays first. */
export const twoPayments: Sequences = {
  "what a return owes is drawn from both cards": async ({ buy }) => {
    const story = await buy("mugs, two payments", 4)
    await story.requestReturn(3)
    await story.refundOwed()
    await story.receive(3)
    await story.expect(
      "pending 0.00, partially_refunded, stripe 60.00, shelf 9/0, owed 0.00, left 20.00"
    )
  },

  "refunded units that come back owe the others": async ({ buy }) => {
    const story = await buy("mugs, two payments", 4)
    await story.refund([{ quantity: 3 }])
    await story.requestReturn(4)
    await story.expect(
      "pending -20.00, partially_refunded, stripe 60.00, shelf 6/0, owed 20.00, left 20.00"
    )
    await story.refundOwed()
    await story.expect(
      "pending 0.00, refunded, stripe 80.00, shelf 6/0, owed 0.00, left 0.00"
    )
  },

  "an edit is paid back by both cards": async ({ buy }) => {
    const story = await buy("mugs, two payments")
    await story.edit({ 0: 1 })
    await story.expect(
      "pending -60.00, captured, stripe 0.00, shelf 10/1, owed 60.00, left 80.00"
    )
    await story.refundOwed()
    await story.refund([{ quantity: 1, restock: "cancel" }])
    await story.expect(
      "pending 0.00, refunded, stripe 80.00, shelf 10/0, owed 0.00, left 0.00"
    )
  },

  "one card is refused after the goods moved: its part is owed until it is paid":
    async ({ buy }) => {
      const story = await buy("mugs, two payments", 4)
      story.declineNext()
      await story.refund([{ quantity: 3, restock: "return" }])
      await story.expect(
        "pending -50.00, partially_refunded, stripe 10.00, shelf 6/0, owed 0.00, failed 50.00, left 70.00"
      )
      await story.receive(3)
      await story.retry()
      await story.expect(
        "pending 0.00, partially_refunded, stripe 60.00, shelf 9/0, owed 0.00, left 20.00"
      )
    },

  "both cards fail late, and the units come back before they are paid": async ({
    buy,
  }) => {
    const story = await buy("mugs, two payments", 4)
    await story.refund([{ quantity: 3 }])
    await story.failLate()
    await story.expect(
      "pending -60.00, captured, stripe 0.00, shelf 6/0, owed 0.00, failed 60.00, left 80.00"
    )
    await story.requestReturn(4)
    await story.expect(
      "pending -80.00, captured, stripe 0.00, shelf 6/0, owed 20.00, failed 60.00, left 80.00"
    )
    await story.retry()
    await story.refundOwed()
    await story.expect(
      "pending 0.00, refunded, stripe 80.00, shelf 6/0, owed 0.00, left 0.00"
    )
  },
}
