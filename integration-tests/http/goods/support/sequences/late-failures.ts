import type { Sequences } from "./types"

/** Stripe refuses, or a bank does days later, before and after goods moved. */
export const lateFailures: Sequences = {
  "refused after units left: owed as failed, until it is retried": async ({
    buy,
  }) => {
    const story = await buy("mugs")
    story.declineNext()
    await story.refund([{ quantity: 1, restock: "cancel" }])
    await story.expect(
      "pending -20.00, captured, stripe 0.00, shelf 10/3, owed 0.00, failed 20.00, left 80.00"
    )
    await story.edit({ 0: 2 })
    await story.expect(
      "pending -40.00, captured, stripe 0.00, shelf 10/2, owed 20.00, failed 20.00, left 80.00"
    )
    await story.retry()
    await story.refundOwed()
    await story.expect(
      "pending 0.00, partially_refunded, stripe 40.00, shelf 10/2, owed 0.00, left 40.00"
    )
  },

  "refused after units left: paid another way": async ({ buy }) => {
    const story = await buy("mugs")
    story.declineNext()
    await story.refund([{ quantity: 1, restock: "cancel" }])
    await story.settle()
    await story.expect(
      "pending 0.00, captured, stripe 0.00, shelf 10/3, owed 0.00, left 80.00"
    )
  },

  "refused after units left: withdrawn": async ({ buy }) => {
    const story = await buy("mugs")
    story.declineNext()
    await story.refund([{ quantity: 1, restock: "cancel" }])
    await story.withdraw()
    await story.expect(
      "pending 0.00, captured, stripe 0.00, shelf 10/3, owed 0.00, left 80.00"
    )
  },

  "the first of two fails, one unit came back, it is withdrawn: the second paid for that unit":
    async ({ buy }) => {
      const story = await buy("mugs", 4)
      await story.refund([{ quantity: 1 }])
      await story.refund([{ quantity: 1 }])
      await story.failLate(0)
      await story.requestReturn(1)
      await story.receive(1)
      await story.expect(
        "pending -20.00, partially_refunded, stripe 20.00, shelf 7/0, owed 0.00, failed 20.00, left 60.00"
      )
      await story.withdraw(0)
      await story.expect(
        "pending 0.00, partially_refunded, stripe 20.00, shelf 7/0, owed 0.00, left 60.00"
      )
    },

  "refused without goods: nothing happened, and a return is owed": async ({
    buy,
  }) => {
    const story = await buy("mugs", 4)
    story.declineNext()
    await story.refuse("provider_declined", [{ quantity: 1 }])
    await story.expect(
      "pending 0.00, captured, stripe 0.00, shelf 6/0, owed 0.00, left 80.00"
    )
    await story.requestReturn(1)
    await story.expect(
      "pending -20.00, captured, stripe 0.00, shelf 6/0, owed 20.00, left 80.00"
    )
  },

  "fails while the goods are on their way back: retried when they are here":
    async ({ buy }) => {
      const story = await buy("mugs", 4)
      await story.refund([{ quantity: 2, restock: "return" }])
      await story.failLate()
      await story.expect(
        "pending -40.00, captured, stripe 0.00, shelf 6/0, owed 0.00, failed 40.00, left 80.00"
      )
      await story.receive(2)
      await story.expect(
        "pending -40.00, captured, stripe 0.00, shelf 8/0, owed 0.00, failed 40.00, left 80.00"
      )
      await story.retry()
      await story.expect(
        "pending 0.00, partially_refunded, stripe 40.00, shelf 8/0, owed 0.00, left 40.00"
      )
    },

  "fails, and the return is cancelled: still failed, until it is withdrawn":
    async ({ buy }) => {
      const story = await buy("mugs", 4)
      await story.refund([{ quantity: 2, restock: "return" }])
      await story.failLate()
      await story.cancelReturn()
      await story.expect(
        "pending -40.00, captured, stripe 0.00, shelf 6/0, owed 0.00, failed 40.00, left 80.00"
      )
      await story.withdraw()
      await story.expect(
        "pending 0.00, captured, stripe 0.00, shelf 6/0, owed 0.00, left 80.00"
      )
    },

  "fails, and the unit comes back by itself: owed once": async ({ buy }) => {
    const story = await buy("mugs", 4)
    await story.refund([{ quantity: 1 }])
    await story.failLate()
    await story.requestReturn(1)
    await story.expect(
      "pending -20.00, captured, stripe 0.00, shelf 6/0, owed 0.00, failed 20.00, left 80.00"
    )
    await story.retry()
    await story.expect(
      "pending 0.00, partially_refunded, stripe 20.00, shelf 6/0, owed 0.00, left 60.00"
    )
  },

  "fails, the unit comes back, and it is withdrawn: the return is owed":
    async ({ buy }) => {
      const story = await buy("mugs", 4)
      await story.refund([{ quantity: 1 }])
      await story.failLate()
      await story.requestReturn(1)
      await story.withdraw()
      await story.expect(
        "pending -20.00, captured, stripe 0.00, shelf 6/0, owed 20.00, left 80.00"
      )
      await story.refundOwed()
      await story.expect(
        "pending 0.00, partially_refunded, stripe 20.00, shelf 6/0, owed 0.00, left 60.00"
      )
    },

  "fails, is paid another way, and the unit comes back: owed no more": async ({
    buy,
  }) => {
    const story = await buy("mugs", 4)
    await story.refund([{ quantity: 1 }])
    await story.failLate()
    await story.settle()
    await story.requestReturn(1)
    await story.expect(
      "pending 0.00, captured, stripe 0.00, shelf 6/0, owed 0.00, left 80.00"
    )
  },

  "what a return owed fails, and the return is cancelled: nothing is owed":
    async ({ buy }) => {
      const story = await buy("mugs", 4)
      await story.requestReturn(2)
      await story.refundOwed()
      await story.failLate()
      await story.expect(
        "pending -40.00, captured, stripe 0.00, shelf 6/0, owed 0.00, failed 40.00, left 80.00"
      )
      await story.cancelReturn()
      await story.expect(
        "pending 0.00, captured, stripe 0.00, shelf 6/0, owed 0.00, failed 40.00, left 80.00"
      )
      await story.withdraw()
      await story.expect(
        "pending 0.00, captured, stripe 0.00, shelf 6/0, owed 0.00, left 80.00"
      )
    },

  "a part of what cancelled units got fails and is withdrawn: the rest is settled once":
    async ({ buy, refunds }) => {
      const story = await buy("mugs, two payments")
      await story.refund([{ quantity: 3, restock: "cancel" }])
      const { order_refunds } = await refunds.overview(story.order.id)
      await story.failLateOf({
        transactions: order_refunds[0]?.transactions.slice(1) ?? [],
      })
      await story.expect(
        "pending -10.00, partially_refunded, stripe 50.00, shelf 10/1, owed 0.00, failed 10.00, left 30.00"
      )
      await story.withdraw()
      await story.expect(
        "pending 0.00, partially_refunded, stripe 50.00, shelf 10/1, owed 0.00, left 30.00"
      )
    },

  "fails while an edit waits for the customer: it is owed, and can be retried":
    async ({ buy }) => {
      const story = await buy("mugs")
      await story.refund([{ quantity: 1 }])
      await story.edit({ 0: 5 })
      await story.expect(
        "pending 20.00, partially_refunded, stripe 20.00, shelf 10/5, owed 0.00, left 60.00"
      )
      await story.failLate()
      await story.expect(
        "pending 0.00, partially_captured, stripe 0.00, shelf 10/5, owed 0.00, failed 20.00, left 80.00"
      )
      await story.retry()
      await story.expect(
        "pending 20.00, partially_refunded, stripe 20.00, shelf 10/5, owed 0.00, left 60.00"
      )
    },

  "yen: of two units that were taken off, one is withdrawn: the other is owed to the yen":
    async ({ buy }) => {
      const story = await buy("fans")
      await story.refund([{ quantity: 1, restock: "cancel" }])
      await story.failLate()
      await story.refund([{ quantity: 1, restock: "cancel" }])
      await story.failLate()
      await story.expect(
        "pending -2127, captured, stripe 0, shelf 10/1, owed 0, failed 2127, left 3190"
      )
      await story.withdraw(0)
      await story.expect(
        "pending -1064, captured, stripe 0, shelf 10/1, owed 0, failed 1064, left 3190"
      )
      await story.retry()
      await story.expect(
        "pending 0, partially_refunded, stripe 1064, shelf 10/1, owed 0, left 2126"
      )
    },
}
