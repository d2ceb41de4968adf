import type { Sequences } from "./types"

/** Refunds in Stripe's Dashboard, and by Medusa's own workflow. */
export const outsideRefunds: Sequences = {
  "a Dashboard refund that is for a unit is not owed when that comes back":
    async ({ buy }) => {
      const story = await buy("mugs", 4)
      await story.refundInDashboard(2000)
      await story.assign([{ quantity: 1 }])
      await story.expect(
        "pending 0.00, partially_refunded, stripe 20.00, shelf 6/0, owed 0.00, left 60.00"
      )
      await story.requestReturn(1)
      await story.expect(
        "pending 0.00, partially_refunded, stripe 20.00, shelf 6/0, owed 0.00, left 60.00"
      )
    },

  "a Dashboard refund is found to be for a unit that came back meanwhile":
    async ({ buy }) => {
      const story = await buy("mugs", 4)
      await story.refundInDashboard(2000)
      await story.requestReturn(1)
      await story.expect(
        "pending -20.00, partially_refunded, stripe 20.00, shelf 6/0, owed 20.00, left 60.00"
      )
      await story.assign([{ quantity: 1 }])
      await story.expect(
        "pending 0.00, partially_refunded, stripe 20.00, shelf 6/0, owed 0.00, left 60.00"
      )
    },

  "a Dashboard refund pays what a return owes": async ({ buy }) => {
    const story = await buy("mugs", 4)
    await story.requestReturn(2)
    await story.refundInDashboard(4000)
    await story.expect(
      "pending 0.00, partially_refunded, stripe 40.00, shelf 6/0, owed 0.00, left 40.00"
    )
    await story.receive(2)
    await story.refund("all")
    await story.expect(
      "pending 0.00, refunded, stripe 80.00, shelf 8/0, owed 0.00, left 0.00"
    )
  },

  "a Dashboard refund pays what is owed first, and grants the rest": async ({
    buy,
  }) => {
    const story = await buy("mugs", 4)
    await story.requestReturn(1)
    await story.refundInDashboard(3000)
    await story.expect(
      "pending 0.00, partially_refunded, stripe 30.00, shelf 6/0, owed 0.00, left 50.00"
    )
    await story.requestReturn(1)
    await story.expect(
      "pending -20.00, partially_refunded, stripe 30.00, shelf 6/0, owed 20.00, left 50.00"
    )
  },

  "a Dashboard refund of everything is for everything: a return owes nothing":
    async ({ buy }) => {
      const story = await buy("mugs", 4)
      await story.refundInDashboard()
      await story.expect(
        "pending 0.00, refunded, stripe 80.00, shelf 6/0, owed 0.00, left 0.00"
      )
      await story.requestReturn(4)
      await story.receive(4)
      await story.expect(
        "pending 0.00, refunded, stripe 80.00, shelf 10/0, owed 0.00, left 0.00"
      )
    },

  "a Dashboard refund does not pay what a failed refund owes": async ({
    buy,
  }) => {
    const story = await buy("mugs")
    story.declineNext()
    await story.refund([{ quantity: 1, restock: "cancel" }])
    await story.refundInDashboard(2000)
    await story.expect(
      "pending -20.00, partially_refunded, stripe 20.00, shelf 10/3, owed 0.00, failed 20.00, left 60.00"
    )
    await story.settle()
    await story.expect(
      "pending 0.00, partially_refunded, stripe 20.00, shelf 10/3, owed 0.00, left 60.00"
    )
  },

  "Medusa's refund is for no unit: a return is owed": async ({ buy }) => {
    const story = await buy("mugs", 4)
    await story.refundNatively(20)
    await story.expect(
      "pending 0.00, partially_refunded, stripe 20.00, shelf 6/0, owed 0.00, left 60.00"
    )
    await story.requestReturn(1)
    await story.expect(
      "pending -20.00, partially_refunded, stripe 20.00, shelf 6/0, owed 20.00, left 60.00"
    )
    await story.refundOwed()
    await story.expect(
      "pending 0.00, partially_refunded, stripe 40.00, shelf 6/0, owed 0.00, left 40.00"
    )
  },

  "Medusa's refund pays what a return owes": async ({ buy }) => {
    const story = await buy("mugs", 4)
    await story.requestReturn(1)
    await story.refundNatively(20)
    await story.expect(
      "pending 0.00, partially_refunded, stripe 20.00, shelf 6/0, owed 0.00, left 60.00"
    )
    await story.refund([{ quantity: 1, restock: "return" }])
    await story.receive(1)
    await story.expect(
      "pending 0.00, partially_refunded, stripe 40.00, shelf 7/0, owed 0.00, left 40.00"
    )
  },
}
