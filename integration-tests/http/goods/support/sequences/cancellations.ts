import type { Sequences } from "./types"

/** Units that were not shipped leave the order, and whole orders are cancelled. */
export const cancellations: Sequences = {
  "our cancellation, a refund and Medusa's edit do not take the same unit":
    async ({ buy }) => {
      const story = await buy("mugs")
      await story.refund([{ quantity: 2, restock: "cancel" }])
      await story.expect(
        "pending 0.00, partially_refunded, stripe 40.00, shelf 10/2, owed 0.00, left 40.00"
      )
      await story.refund([{ quantity: 1 }])
      await story.edit({ 0: 1 })
      await story.expect(
        "pending 0.00, partially_refunded, stripe 60.00, shelf 10/1, owed 0.00, left 20.00"
      )
      await story.refund("all")
      await story.expect(
        "pending 0.00, refunded, stripe 80.00, shelf 10/1, owed 0.00, left 0.00"
      )
    },

  "shirts that leave one by one take their discount and their cents along":
    async ({ buy }) => {
      const story = await buy("shirts")
      await story.refund([{ quantity: 1, restock: "cancel" }])
      await story.expect(
        "pending 0.00, partially_refunded, stripe 19.82, shelf 10/2, owed 0.00, left 45.59"
      )
      await story.refund([{ quantity: 1, restock: "cancel" }])
      await story.expect(
        "pending 0.00, partially_refunded, stripe 39.64, shelf 10/1, owed 0.00, left 25.77"
      )
      await story.refund("all", { shipping: "all" })
      await story.expect(
        "pending 0.00, refunded, stripe 65.41, shelf 10/1, owed 0.00, left 0.00"
      )
    },

  "a whole line leaves with the shipping": async ({ buy }) => {
    const story = await buy("shirts")
    await story.refund([{ quantity: 3, restock: "cancel" }], {
      shipping: "all",
    })
    await story.expect(
      "pending 0.00, refunded, stripe 65.41, shelf 10/0, owed 0.00, left 0.00"
    )
  },

  "one refund takes one line off and expects another back": async ({ buy }) => {
    const story = await buy("mugs and caps", [0, 2])
    await story.refund([
      { quantity: 1, restock: "cancel" },
      { item: 1, quantity: 1, restock: "return" },
    ])
    await story.expect(
      "pending 0.00, partially_refunded, stripe 50.00, shelf 10/3 8/0, owed 0.00, left 90.00"
    )
    await story.receive(1, 1)
    await story.refund("all")
    await story.expect(
      "pending 0.00, refunded, stripe 140.00, shelf 10/3 9/0, owed 0.00, left 0.00"
    )
  },

  "of a line that is shipped in part the rest can leave, and no more": async ({
    buy,
  }) => {
    const story = await buy("mugs", 2)
    await story.expect(
      "pending 0.00, captured, stripe 0.00, shelf 8/2, owed 0.00, left 80.00"
    )
    await story.refuse("invalid_quantity", [{ quantity: 3, restock: "cancel" }])
    await story.refund([{ quantity: 2, restock: "cancel" }])
    await story.expect(
      "pending 0.00, partially_refunded, stripe 40.00, shelf 8/0, owed 0.00, left 40.00"
    )
    await story.refund([{ quantity: 1, restock: "return" }])
    await story.receive(1)
    await story.expect(
      "pending 0.00, partially_refunded, stripe 60.00, shelf 9/0, owed 0.00, left 20.00"
    )
  },

  "an order that is cancelled after a refund gives back the rest": async ({
    buy,
  }) => {
    const story = await buy("mugs")
    await story.refund([{ quantity: 1 }])
    await story.cancelOrder()
    await story.expect(
      "pending 0.00, refunded, stripe 80.00, shelf 10/0, owed 0.00, left 0.00"
    )
    await story.refuse("order_canceled", [{ quantity: 1 }])
  },

  "an order that is cancelled after units left gives back the rest": async ({
    buy,
  }) => {
    const story = await buy("shirts")
    await story.refund([{ quantity: 1, restock: "cancel" }])
    await story.cancelOrder()
    await story.expect(
      "pending 0.00, refunded, stripe 65.41, shelf 10/0, owed 0.00, left 0.00"
    )
  },

  "an order that owes is cancelled": async ({ buy }) => {
    const story = await buy("mugs")
    await story.edit({ 0: 3 })
    await story.cancelOrder()
    await story.expect(
      "pending 0.00, refunded, stripe 80.00, shelf 10/0, owed 0.00, left 0.00"
    )
  },

  "units leave without money, and no other unit gets it": async ({ buy }) => {
    const story = await buy("mugs")
    await story.refund([{ quantity: 1, amount: "0", restock: "cancel" }])
    await story.expect(
      "pending 0.00, captured, stripe 0.00, shelf 10/3, owed 0.00, left 80.00"
    )
    await story.refund("all")
    await story.expect(
      "pending 0.00, partially_refunded, stripe 60.00, shelf 10/3, owed 0.00, left 20.00"
    )
  },

  "a unit leaves for less than it cost, and no other unit gets it": async ({
    buy,
  }) => {
    const story = await buy("mugs")
    await story.refund([{ quantity: 1, amount: "15.00", restock: "cancel" }])
    await story.expect(
      "pending 0.00, partially_refunded, stripe 15.00, shelf 10/3, owed 0.00, left 65.00"
    )
    await story.refund("all")
    await story.expect(
      "pending 0.00, partially_refunded, stripe 75.00, shelf 10/3, owed 0.00, left 5.00"
    )
  },
}
