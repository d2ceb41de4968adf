import type { Sequences } from "./types"

/** Medusa's own claims and exchanges of shipped mugs. */
export const claimsAndExchanges: Sequences = {
  "an exchange for a cheaper mug owes the difference": async ({ buy }) => {
    const story = await buy("mugs", 4)
    await story.exchange({ 0: 1 }, [{ quantity: 1, unit_price: 15 }])
    await story.expect(
      "pending -5.00, captured, stripe 0.00, shelf 6/0, owed 5.00, left 80.00"
    )
    await story.refundOwed()
    await story.receive(1)
    await story.expect(
      "pending 0.00, partially_refunded, stripe 5.00, shelf 7/0, owed 0.00, left 75.00"
    )
    await story.refund("all")
    await story.expect(
      "pending 0.00, refunded, stripe 80.00, shelf 7/0, owed 0.00, left 0.00"
    )
  },

  "an exchange of a refunded mug owes nothing for it": async ({ buy }) => {
    const story = await buy("mugs", 4)
    await story.refund([{ quantity: 1 }])
    await story.exchange({ 0: 1 }, [{ quantity: 1, unit_price: 15 }])
    await story.expect(
      "pending 15.00, partially_refunded, stripe 20.00, shelf 6/0, owed 0.00, left 60.00"
    )
    await story.cancelExchange()
    await story.expect(
      "pending 0.00, partially_refunded, stripe 20.00, shelf 6/0, owed 0.00, left 60.00"
    )
  },

  "an exchange of refunded and other mugs owes for the others": async ({
    buy,
  }) => {
    const story = await buy("mugs", 4)
    await story.refund([{ quantity: 1 }])
    await story.exchange({ 0: 3 }, [{ quantity: 1, unit_price: 15 }])
    await story.expect(
      "pending -25.00, partially_refunded, stripe 20.00, shelf 6/0, owed 25.00, left 60.00"
    )
    await story.refundOwed()
    await story.receive(3)
    await story.refund("all")
    await story.expect(
      "pending 0.00, refunded, stripe 80.00, shelf 9/0, owed 0.00, left 0.00"
    )
  },

  "an exchange for a dearer mug lets the customer owe": async ({ buy }) => {
    const story = await buy("mugs", 4)
    await story.exchange({ 0: 1 }, [{ quantity: 1, unit_price: 30 }])
    await story.expect(
      "pending 10.00, partially_captured, stripe 0.00, shelf 6/0, owed 0.00, left 80.00"
    )
    await story.refund([{ quantity: 1 }])
    await story.expect(
      "pending 10.00, partially_refunded, stripe 20.00, shelf 6/0, owed 0.00, left 60.00"
    )
  },

  "a cancelled exchange owes nothing": async ({ buy }) => {
    const story = await buy("mugs", 4)
    await story.refund([{ quantity: 2 }])
    await story.exchange({ 0: 3 }, [{ quantity: 1, unit_price: 20 }])
    await story.expect(
      "pending 0.00, partially_refunded, stripe 40.00, shelf 6/0, owed 0.00, left 40.00"
    )
    await story.cancelExchange()
    await story.expect(
      "pending 0.00, partially_refunded, stripe 40.00, shelf 6/0, owed 0.00, left 40.00"
    )
    await story.requestReturn(4)
    await story.expect(
      "pending -40.00, partially_refunded, stripe 40.00, shelf 6/0, owed 40.00, left 40.00"
    )
  },

  "a claim without a return moves no money, the refund of it does": async ({
    buy,
  }) => {
    const story = await buy("mugs", 4)
    await story.claim("refund", { 0: 1 })
    await story.expect(
      "pending 0.00, captured, stripe 0.00, shelf 6/0, owed 0.00, left 80.00"
    )
    await story.refund([{ quantity: 1 }])
    await story.expect(
      "pending 0.00, partially_refunded, stripe 20.00, shelf 6/0, owed 0.00, left 60.00"
    )
  },

  "a claim with a return owes what comes back": async ({ buy }) => {
    const story = await buy("mugs", 4)
    await story.claim("refund", { 0: 1 }, { 0: 1 })
    await story.expect(
      "pending -20.00, captured, stripe 0.00, shelf 6/0, owed 20.00, left 80.00"
    )
    await story.refundOwed()
    await story.receive(1)
    await story.expect(
      "pending 0.00, partially_refunded, stripe 20.00, shelf 7/0, owed 0.00, left 60.00"
    )
  },

  "a claim for a mug that was refunded owes nothing": async ({ buy }) => {
    const story = await buy("mugs", 4)
    await story.refund([{ quantity: 1 }])
    await story.claim("refund", { 0: 1 }, { 0: 1 })
    await story.expect(
      "pending 0.00, partially_refunded, stripe 20.00, shelf 6/0, owed 0.00, left 60.00"
    )
    await story.cancelClaim()
    await story.expect(
      "pending 0.00, partially_refunded, stripe 20.00, shelf 6/0, owed 0.00, left 60.00"
    )
  },

  "a replacement that stays with what it replaces lets the customer owe":
    async ({ buy }) => {
      const story = await buy("mugs", 4)
      await story.refund([{ quantity: 1 }])
      await story.claim("replace", { 0: 1 }, {}, [
        { quantity: 1, unit_price: 5 },
      ])
      await story.expect(
        "pending 5.00, partially_refunded, stripe 20.00, shelf 6/0, owed 0.00, left 60.00"
      )
    },

  "an exchange of a refunded mug for a dearer one lets the customer owe all of it":
    async ({ buy }) => {
      const story = await buy("mugs", 4)
      await story.refund([{ quantity: 1 }])
      await story.exchange({ 0: 1 }, [{ quantity: 1, unit_price: 30 }])
      await story.expect(
        "pending 30.00, partially_refunded, stripe 20.00, shelf 6/0, owed 0.00, left 60.00"
      )
      await story.expectWaiting(["30.00"])
    },

  "a replacement for the price of what comes back moves no money": async ({
    buy,
  }) => {
    const story = await buy("mugs", 4)
    await story.claim("replace", { 0: 1 }, { 0: 1 }, [
      { quantity: 1, unit_price: 20 },
    ])
    await story.expect(
      "pending 0.00, captured, stripe 0.00, shelf 6/0, owed 0.00, left 80.00"
    )
    await story.receive(1)
    await story.refund("all")
    await story.expect(
      "pending 0.00, refunded, stripe 80.00, shelf 7/0, owed 0.00, left 0.00"
    )
  },
}
