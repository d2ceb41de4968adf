import type { Sequences } from "./types"

/** Units that were paid back come back later: they are not owed twice. */
export const refundThenReturn: Sequences = {
  "a unit that was refunded and then returned is not owed twice": async ({
    buy,
  }) => {
    const story = await buy("mugs", 4)
    await story.refund([{ quantity: 1 }])
    await story.expect(
      "pending 0.00, partially_refunded, stripe 20.00, shelf 6/0, owed 0.00, left 60.00"
    )
    await story.requestReturn(1)
    await story.expect(
      "pending 0.00, partially_refunded, stripe 20.00, shelf 6/0, owed 0.00, left 60.00"
    )
    await story.receive(1)
    await story.expect(
      "pending 0.00, partially_refunded, stripe 20.00, shelf 7/0, owed 0.00, left 60.00"
    )
    await story.refund("all")
    await story.expect(
      "pending 0.00, refunded, stripe 80.00, shelf 7/0, owed 0.00, left 0.00"
    )
  },

  "a unit that came back and was thrown away is returned once": async ({
    buy,
  }) => {
    const story = await buy("mugs", 1)
    await story.refund([{ quantity: 1, restock: "return" }])
    await story.dismiss(1)
    await story.expect(
      "pending 0.00, partially_refunded, stripe 20.00, shelf 9/3, owed 0.00, left 60.00"
    )
    await story.refuse("invalid_quantity", [{ quantity: 1, restock: "return" }])
    await story.refund([{ quantity: 1, restock: "cancel" }])
    await story.expect(
      "pending 0.00, partially_refunded, stripe 40.00, shelf 9/2, owed 0.00, left 40.00"
    )
  },

  "a return of refunded and unrefunded units owes the unrefunded ones": async ({
    buy,
  }) => {
    const story = await buy("shirts", 3)
    await story.refund([{ quantity: 1 }])
    await story.requestReturn(3)
    await story.expect(
      "pending -39.64, partially_refunded, stripe 19.82, shelf 7/0, owed 39.64, left 45.59"
    )
    await story.receive(3)
    await story.refundOwed()
    await story.expect(
      "pending 0.00, partially_refunded, stripe 59.46, shelf 10/0, owed 0.00, left 5.95"
    )
  },

  "a cancelled return lets a refunded unit stay refunded, and owes nothing":
    async ({ buy }) => {
      const story = await buy("mugs", 4)
      await story.refund([{ quantity: 1 }])
      await story.requestReturn(2)
      await story.expect(
        "pending -20.00, partially_refunded, stripe 20.00, shelf 6/0, owed 20.00, left 60.00"
      )
      await story.cancelReturn()
      await story.expect(
        "pending 0.00, partially_refunded, stripe 20.00, shelf 6/0, owed 0.00, left 60.00"
      )
    },

  "damaged goods are owed as others, and do not go on the shelf": async ({
    buy,
  }) => {
    const story = await buy("mugs", 4)
    await story.refund([{ quantity: 1 }])
    await story.requestReturn(2)
    await story.dismiss(2)
    await story.expect(
      "pending -20.00, partially_refunded, stripe 20.00, shelf 6/0, owed 20.00, left 60.00"
    )
    await story.refundOwed()
    await story.expect(
      "pending 0.00, partially_refunded, stripe 40.00, shelf 6/0, owed 0.00, left 40.00"
    )
  },

  "a return that is received in parts owes the same throughout": async ({
    buy,
  }) => {
    const story = await buy("mugs", 4)
    await story.refund([{ quantity: 1 }])
    await story.requestReturn(3)
    await story.receive(1)
    await story.expect(
      "pending -40.00, partially_refunded, stripe 20.00, shelf 7/0, owed 40.00, left 60.00"
    )
    await story.receive(2)
    await story.expect(
      "pending -40.00, partially_refunded, stripe 20.00, shelf 9/0, owed 40.00, left 60.00"
    )
    await story.refundOwed()
    await story.refund("all")
    await story.expect(
      "pending 0.00, refunded, stripe 80.00, shelf 9/0, owed 0.00, left 0.00"
    )
  },

  "a return takes the units of several refunds, and then the others": async ({
    buy,
  }) => {
    const story = await buy("mugs", 4)
    await story.refund([{ quantity: 1 }])
    await story.refund([{ quantity: 1 }])
    await story.requestReturn(2)
    await story.expect(
      "pending 0.00, partially_refunded, stripe 40.00, shelf 6/0, owed 0.00, left 40.00"
    )
    await story.requestReturn(2)
    await story.expect(
      "pending -40.00, partially_refunded, stripe 40.00, shelf 6/0, owed 40.00, left 40.00"
    )
    await story.refundOwed()
    await story.expect(
      "pending 0.00, refunded, stripe 80.00, shelf 6/0, owed 0.00, left 0.00"
    )
  },

  "a unit that was refunded in part owes the rest when it comes back": async ({
    buy,
  }) => {
    const story = await buy("mugs", 4)
    await story.refund([{ quantity: 1, amount: "15.00" }])
    await story.requestReturn(1)
    await story.expect(
      "pending -5.00, partially_refunded, stripe 15.00, shelf 6/0, owed 5.00, left 65.00"
    )
    await story.refundOwed()
    await story.expect(
      "pending 0.00, partially_refunded, stripe 20.00, shelf 6/0, owed 0.00, left 60.00"
    )
  },

  "an amount inside a line is not owed again when the line comes back": async ({
    buy,
  }) => {
    const story = await buy("mugs", 4)
    await story.refund([{ amount: "30.00" }])
    await story.requestReturn(4)
    await story.expect(
      "pending -50.00, partially_refunded, stripe 30.00, shelf 6/0, owed 50.00, left 50.00"
    )
    await story.refundOwed()
    await story.receive(4)
    await story.expect(
      "pending 0.00, refunded, stripe 80.00, shelf 10/0, owed 0.00, left 0.00"
    )
  },

  "goodwill is for no unit: a return owes all, and pays what is left": async ({
    buy,
  }) => {
    const story = await buy("mugs", 4)
    await story.goodwill("10.00")
    await story.requestReturn(4)
    await story.expect(
      "pending -80.00, partially_refunded, stripe 10.00, shelf 6/0, owed 80.00, left 70.00"
    )
    await story.refuse("amount_exceeds_payment", [], { outstanding: true })
    await story.refund([], { outstanding: true, limit_to_payments: true })
    await story.expect(
      "pending 0.00, refunded, stripe 80.00, shelf 6/0, owed 0.00, left 0.00"
    )
  },

  "a refunded unit may be sent back, kept after all, and sent back": async ({
    buy,
  }) => {
    const story = await buy("mugs", 4)
    await story.refund([{ quantity: 1 }])
    for (const step of ["request", "cancel", "request"]) {
      await (step === "request" ? story.requestReturn(1) : story.cancelReturn())
      await story.expect(
        "pending 0.00, partially_refunded, stripe 20.00, shelf 6/0, owed 0.00, left 60.00"
      )
    }
    await story.receive(1)
    await story.expect(
      "pending 0.00, partially_refunded, stripe 20.00, shelf 7/0, owed 0.00, left 60.00"
    )
  },

  "each line counts its own units": async ({ buy }) => {
    const story = await buy("mugs and caps", [4, 2])
    await story.refund([{ quantity: 1 }, { item: 1, quantity: 1 }])
    await story.requestReturn(2, 1)
    await story.expect(
      "pending -30.00, partially_refunded, stripe 50.00, shelf 6/0 8/0, owed 30.00, left 90.00"
    )
    await story.refundOwed()
    await story.receive(2, 1)
    await story.refund("all")
    await story.expect(
      "pending 0.00, refunded, stripe 140.00, shelf 6/0 10/0, owed 0.00, left 0.00"
    )
  },

  "an amount inside a line that a cancellation allowed for is not taken back":
    async ({ buy }) => {
      const story = await buy("mugs", 3)
      await story.refund([{ amount: "1.60" }])
      await story.refund([{ quantity: 3 }])
      // 20.00 less the 1.60 that was given back before.
      await story.refund([{ quantity: 1, restock: "cancel" }])
      await story.expect(
        "pending 0.00, refunded, stripe 80.00, shelf 7/0, owed 0.00, left 0.00"
      )
      await story.requestReturn(1)
      await story.receive(1)
      await story.expect(
        "pending 0.00, refunded, stripe 80.00, shelf 8/0, owed 0.00, left 0.00"
      )
    },
}
