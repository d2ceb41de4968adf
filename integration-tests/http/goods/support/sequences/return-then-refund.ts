import type { Sequences } from "./types"

/** The order owes for what comes back; the money follows. */
export const returnThenRefund: Sequences = {
  "what a return owes is refunded, and the rest later": async ({ buy }) => {
    const story = await buy("mugs", 4)
    await story.requestReturn(2)
    await story.expect(
      "pending -40.00, captured, stripe 0.00, shelf 6/0, owed 40.00, left 80.00"
    )
    await story.refundOwed()
    await story.receive(2)
    await story.expect(
      "pending 0.00, partially_refunded, stripe 40.00, shelf 8/0, owed 0.00, left 40.00"
    )
    await story.refund("all")
    await story.expect(
      "pending 0.00, refunded, stripe 80.00, shelf 8/0, owed 0.00, left 0.00"
    )
  },

  "a refund of a unit that stays does not pay for one that came back": async ({
    buy,
  }) => {
    const story = await buy("mugs", 4)
    await story.requestReturn(1)
    await story.refund([{ quantity: 1 }])
    await story.expect(
      "pending -20.00, partially_refunded, stripe 20.00, shelf 6/0, owed 20.00, left 60.00"
    )
    await story.refundOwed()
    await story.expect(
      "pending 0.00, partially_refunded, stripe 40.00, shelf 6/0, owed 0.00, left 40.00"
    )
  },

  "what was paid for a return that is cancelled, the customer owes": async ({
    buy,
  }) => {
    const story = await buy("mugs", 4)
    await story.requestReturn(2)
    await story.refundOwed()
    await story.cancelReturn()
    await story.expect(
      "pending 40.00, partially_refunded, stripe 40.00, shelf 6/0, owed 0.00, left 40.00"
    )
  },

  "everything that stays and what is owed can be refunded at once": async ({
    buy,
  }) => {
    const story = await buy("mugs", 4)
    await story.requestReturn(1)
    await story.refund("all", { outstanding: true })
    await story.expect(
      "pending 0.00, refunded, stripe 80.00, shelf 6/0, owed 0.00, left 0.00"
    )
  },

  "our return, a refund and Medusa's return do not take the same unit": async ({
    buy,
  }) => {
    const story = await buy("mugs", 4)
    await story.refund([{ quantity: 2, restock: "return" }])
    await story.refund([{ quantity: 1 }])
    await story.receive(2)
    await story.expect(
      "pending 0.00, partially_refunded, stripe 60.00, shelf 8/0, owed 0.00, left 20.00"
    )
    await story.requestReturn(1)
    await story.expect(
      "pending 0.00, partially_refunded, stripe 60.00, shelf 8/0, owed 0.00, left 20.00"
    )
    await story.requestReturn(1)
    await story.expect(
      "pending -20.00, partially_refunded, stripe 60.00, shelf 8/0, owed 20.00, left 20.00"
    )
  },

  "a return of ours that Medusa cancels leaves the money with the customer":
    async ({ buy }) => {
      const story = await buy("mugs", 4)
      await story.refund([{ quantity: 2, restock: "return" }])
      await story.expect(
        "pending 0.00, partially_refunded, stripe 40.00, shelf 6/0, owed 0.00, left 40.00"
      )
      await story.cancelReturn()
      await story.expect(
        "pending 0.00, partially_refunded, stripe 40.00, shelf 6/0, owed 0.00, left 40.00"
      )
      await story.refuse("quantity_exceeds_refundable", [{ quantity: 3 }])
      await story.refund([{ quantity: 2 }])
      await story.expect(
        "pending 0.00, refunded, stripe 80.00, shelf 6/0, owed 0.00, left 0.00"
      )
    },

  "of a return of ours one unit is whole, and one is not": async ({ buy }) => {
    const story = await buy("mugs", 4)
    await story.refund([{ quantity: 2, restock: "return" }])
    await story.receive(1)
    await story.dismiss(1)
    await story.expect(
      "pending 0.00, partially_refunded, stripe 40.00, shelf 7/0, owed 0.00, left 40.00"
    )
  },

  "a whole order is sent back with its shipping": async ({ buy }) => {
    const story = await buy("shirts", 3)
    await story.refund([{ quantity: 3, restock: "return" }], {
      shipping: "all",
    })
    await story.expect(
      "pending 0.00, refunded, stripe 65.41, shelf 7/0, owed 0.00, left 0.00"
    )
    await story.receive(3)
    await story.expect(
      "pending 0.00, refunded, stripe 65.41, shelf 10/0, owed 0.00, left 0.00"
    )
  },

  "Medusa's return is owed while ours comes and goes": async ({ buy }) => {
    const story = await buy("mugs", 4)
    await story.requestReturn(1)
    await story.refund([{ quantity: 2, restock: "return" }])
    await story.expect(
      "pending -20.00, partially_refunded, stripe 40.00, shelf 6/0, owed 20.00, left 40.00"
    )
    await story.cancelReturn()
    await story.expect(
      "pending -20.00, partially_refunded, stripe 40.00, shelf 6/0, owed 20.00, left 40.00"
    )
  },

  "goods come back without money, and no other unit gets it": async ({
    buy,
  }) => {
    const story = await buy("mugs", 4)
    await story.refund([{ quantity: 1, amount: "0", restock: "return" }])
    await story.receive(1)
    await story.expect(
      "pending 0.00, captured, stripe 0.00, shelf 7/0, owed 0.00, left 80.00"
    )
    await story.refund([{ quantity: 3 }])
    await story.expect(
      "pending 0.00, partially_refunded, stripe 60.00, shelf 7/0, owed 0.00, left 20.00"
    )
    // "all" is everything that is left, also what was kept back from a unit.
    await story.refund("all")
    await story.expect(
      "pending 0.00, refunded, stripe 80.00, shelf 7/0, owed 0.00, left 0.00"
    )
  },

  "who was paid for a return and keeps the goods owes the money": async ({
    buy,
  }) => {
    const story = await buy("mugs", 4)
    await story.requestReturn(1)
    await story.refundOwed()
    await story.cancelReturn()
    await story.expect(
      "pending 20.00, partially_refunded, stripe 20.00, shelf 6/0, owed 0.00, left 60.00"
    )
    await story.requestReturn(1)
    await story.expect(
      "pending 0.00, partially_refunded, stripe 20.00, shelf 6/0, owed 0.00, left 60.00"
    )
  },
}
