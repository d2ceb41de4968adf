import type { Sequences } from "./types"

/** Tax in the price and on top of it, discounts, and other currencies. */
export const taxesAndCurrencies: Sequences = {
  "tax inside the price: the refunded cap comes back with the other": async ({
    buy,
  }) => {
    const story = await buy("caps", 2)
    await story.refund([{ quantity: 1 }])
    await story.requestReturn(2)
    await story.expect(
      "pending -30.00, partially_refunded, stripe 30.00, shelf 8/0, owed 30.00, left 30.00"
    )
    await story.receive(2)
    await story.refundOwed()
    await story.expect(
      "pending 0.00, refunded, stripe 60.00, shelf 10/0, owed 0.00, left 0.00"
    )
  },

  "tax inside price and discount: each hoodie is worth 8.99": async ({
    buy,
  }) => {
    const story = await buy("hoodies", 3)
    await story.refund([{ quantity: 1 }])
    await story.requestReturn(2)
    await story.expect(
      "pending -8.99, partially_refunded, stripe 8.99, shelf 7/0, owed 8.99, left 17.98"
    )
    await story.cancelReturn()
    await story.refund("all")
    await story.expect(
      "pending 0.00, refunded, stripe 26.97, shelf 7/0, owed 0.00, left 0.00"
    )
  },

  "tax inside price and discount: a cancelled hoodie takes its discount along":
    async ({ buy }) => {
      const story = await buy("hoodies")
      await story.refund([{ quantity: 1, restock: "cancel" }])
      await story.expect(
        "pending 0.00, partially_refunded, stripe 8.99, shelf 10/2, owed 0.00, left 17.98"
      )
      await story.refund("all")
      await story.expect(
        "pending 0.00, refunded, stripe 26.97, shelf 10/2, owed 0.00, left 0.00"
      )
    },

  "yen: a return of all owes what was not refunded": async ({ buy }) => {
    const story = await buy("fans", 3)
    await story.refund([{ quantity: 1 }])
    await story.expect(
      "pending 0, partially_refunded, stripe 1063, shelf 7/0, owed 0, left 2127"
    )
    await story.requestReturn(3)
    await story.expect(
      "pending -2127, partially_refunded, stripe 1063, shelf 7/0, owed 2127, left 2127"
    )
    await story.refundOwed()
    await story.expect(
      "pending 0, refunded, stripe 3190, shelf 7/0, owed 0, left 0"
    )
  },

  "yen: units taken off one by one add up to the whole": async ({ buy }) => {
    const story = await buy("fans")
    await story.refund([{ quantity: 1, restock: "cancel" }])
    await story.expect(
      "pending 0, partially_refunded, stripe 1063, shelf 10/2, owed 0, left 2127"
    )
    await story.refund([{ quantity: 1, restock: "cancel" }])
    await story.refund([{ quantity: 1, restock: "cancel" }])
    await story.expect(
      "pending 0, refunded, stripe 3190, shelf 10/0, owed 0, left 0"
    )
  },

  "yen: Medusa's edit owes what Medusa says the fan costs": async ({ buy }) => {
    const story = await buy("fans")
    await story.edit({ 0: 2 })
    // The discount stays whole with the two: 2 x 1000 - 100, and tax.
    await story.expect(
      "pending -1100, captured, stripe 0, shelf 10/2, owed 1100, left 3190"
    )
    await story.refundOwed()
    await story.refund("all")
    await story.expect(
      "pending 0, refunded, stripe 3190, shelf 10/2, owed 0, left 0"
    )
  },

  "dinars: nobody can pay three fils": async ({ buy }) => {
    const story = await buy("lamps", 3)
    await story.refund([{ quantity: 1 }])
    await story.requestReturn(1)
    await story.expect(
      "pending 0.000, partially_refunded, stripe 3.330, shelf 7/0, owed 0.000, left 6.670"
    )
    await story.requestReturn(2)
    await story.refundOwed()
    await story.receive(2)
    await story.expect(
      "pending 0.000, refunded, stripe 10.000, shelf 9/0, owed 0.000, left 0.000"
    )
  },

  "dinars: units taken off one by one add up to the whole": async ({ buy }) => {
    const story = await buy("lamps")
    for (const _ of [1, 2, 3]) {
      await story.refund([{ quantity: 1, restock: "cancel" }])
    }
    await story.expect(
      "pending 0.000, refunded, stripe 10.000, shelf 10/0, owed 0.000, left 0.000"
    )
  },

  "shirts and caps: what is taken off, kept and sent back adds up to the cent":
    async ({ buy }) => {
      const story = await buy("shirts and caps", [1, 2])
      await story.refund([
        { quantity: 1, restock: "cancel" },
        { item: 1, quantity: 1, restock: "return" },
      ])
      await story.expect(
        "pending 0.00, partially_refunded, stripe 49.82, shelf 9/1 8/0, owed 0.00, left 75.59"
      )
      await story.refund([{ quantity: 1 }], { shipping: "all" })
      await story.expect(
        "pending 0.00, partially_refunded, stripe 75.59, shelf 9/1 8/0, owed 0.00, left 49.82"
      )
      await story.requestReturn(1, 1)
      await story.refundOwed()
      await story.refund("all")
      await story.expect(
        "pending 0.00, refunded, stripe 125.41, shelf 9/1 8/0, owed 0.00, left 0.00"
      )
    },
}
