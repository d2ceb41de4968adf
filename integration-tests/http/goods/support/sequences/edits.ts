import type { Sequences } from "./types"

/** Medusa's own order edits, before and after refunds; nothing is shipped. */
export const edits: Sequences = {
  "an edit takes the refunded unit first": async ({ buy }) => {
    const story = await buy("mugs")
    await story.refund([{ quantity: 1 }])
    await story.edit({ 0: 2 })
    await story.expect(
      "pending -20.00, partially_refunded, stripe 20.00, shelf 10/2, owed 20.00, left 60.00"
    )
    await story.refundOwed()
    await story.refund("all")
    await story.expect(
      "pending 0.00, refunded, stripe 80.00, shelf 10/2, owed 0.00, left 0.00"
    )
  },

  "one edit after another is paid back as it comes": async ({ buy }) => {
    const story = await buy("mugs")
    await story.edit({ 0: 3 })
    await story.expect(
      "pending -20.00, captured, stripe 0.00, shelf 10/3, owed 20.00, left 80.00"
    )
    await story.refundOwed()
    await story.edit({ 0: 1 })
    await story.expect(
      "pending -40.00, partially_refunded, stripe 20.00, shelf 10/1, owed 40.00, left 60.00"
    )
    await story.refundOwed()
    await story.refund("all")
    await story.expect(
      "pending 0.00, refunded, stripe 80.00, shelf 10/1, owed 0.00, left 0.00"
    )
  },

  "an edit that is changed before it is confirmed counts once": async ({
    buy,
  }) => {
    const story = await buy("mugs")
    await story.refund([{ quantity: 3 }])
    await story.editInSteps(0, [3, 2])
    await story.expect(
      "pending 0.00, partially_refunded, stripe 60.00, shelf 10/2, owed 0.00, left 20.00"
    )
    await story.refund("all")
    await story.expect(
      "pending 0.00, refunded, stripe 80.00, shelf 10/2, owed 0.00, left 0.00"
    )
  },

  "an edit that is taken back before it is confirmed moved nothing": async ({
    buy,
  }) => {
    const story = await buy("mugs")
    await story.refund([{ quantity: 2 }])
    await story.editInSteps(0, [2, 4])
    await story.expect(
      "pending 0.00, partially_refunded, stripe 40.00, shelf 10/4, owed 0.00, left 40.00"
    )
  },

  "who buys one more after a refund owes for that one": async ({ buy }) => {
    const story = await buy("mugs")
    await story.refund([{ quantity: 1 }])
    await story.edit({ 0: 5 })
    await story.expect(
      "pending 20.00, partially_refunded, stripe 20.00, shelf 10/5, owed 0.00, left 60.00"
    )
  },

  "a discount that Medusa keeps whole is not paid back with the shirt": async ({
    buy,
  }) => {
    const story = await buy("shirts")
    await story.edit({ 0: 2 })
    // 2 x 19.99 - 10.00, and tax: 35.68 of 59.46 stay.
    await story.expect(
      "pending -23.79, captured, stripe 0.00, shelf 10/2, owed 23.79, left 65.41"
    )
    await story.refundOwed()
    await story.refund("all", { shipping: "all" })
    await story.expect(
      "pending 0.00, refunded, stripe 65.41, shelf 10/2, owed 0.00, left 0.00"
    )
  },

  "of an edit of a refunded shirt only Medusa's surplus is owed": async ({
    buy,
  }) => {
    const story = await buy("shirts")
    await story.refund([{ quantity: 1 }])
    await story.edit({ 0: 2 })
    await story.expect(
      "pending -3.97, partially_refunded, stripe 19.82, shelf 10/2, owed 3.97, left 45.59"
    )
    await story.refundOwed()
    await story.expect(
      "pending 0.00, partially_refunded, stripe 23.79, shelf 10/2, owed 0.00, left 41.62"
    )
  },

  "a line that an edit removes owes what was not refunded of it": async ({
    buy,
  }) => {
    const story = await buy("mugs and caps")
    await story.refund([{ quantity: 1 }])
    await story.edit({ 0: 0 })
    await story.expect(
      "pending -60.00, partially_refunded, stripe 20.00, shelf 10/0 10/2, owed 60.00, left 120.00"
    )
    await story.refundOwed()
    await story.refund([{ item: 1, quantity: 2 }])
    await story.expect(
      "pending 0.00, refunded, stripe 140.00, shelf 10/0 10/2, owed 0.00, left 0.00"
    )
  },

  "an amount inside a line is taken off what its removal owes": async ({
    buy,
  }) => {
    const story = await buy("mugs and caps")
    await story.refund([{ amount: "30.00" }])
    await story.edit({ 0: 0 })
    await story.expect(
      "pending -50.00, partially_refunded, stripe 30.00, shelf 10/0 10/2, owed 50.00, left 110.00"
    )
    await story.refundOwed()
    await story.refund("all")
    await story.expect(
      "pending 0.00, refunded, stripe 140.00, shelf 10/0 10/2, owed 0.00, left 0.00"
    )
  },

  "an amount inside a line stays with the units that stay": async ({ buy }) => {
    const story = await buy("mugs")
    await story.refund([{ amount: "30.00" }])
    await story.edit({ 0: 2 })
    await story.expect(
      "pending -40.00, partially_refunded, stripe 30.00, shelf 10/2, owed 40.00, left 50.00"
    )
    await story.refundOwed()
    await story.refund("all")
    await story.expect(
      "pending 0.00, refunded, stripe 80.00, shelf 10/2, owed 0.00, left 0.00"
    )
  },

  "an amount that is more than what stays is not owed twice": async ({
    buy,
  }) => {
    const story = await buy("mugs")
    await story.refund([{ amount: "30.00" }])
    await story.edit({ 0: 1 })
    await story.expect(
      "pending -50.00, partially_refunded, stripe 30.00, shelf 10/1, owed 50.00, left 50.00"
    )
    await story.refundOwed()
    await story.expect(
      "pending 0.00, refunded, stripe 80.00, shelf 10/1, owed 0.00, left 0.00"
    )
  },

  "tax inside the price: an edit takes the refunded cap": async ({ buy }) => {
    const story = await buy("caps")
    await story.refund([{ quantity: 1 }])
    await story.edit({ 0: 1 })
    await story.expect(
      "pending 0.00, partially_refunded, stripe 30.00, shelf 10/1, owed 0.00, left 30.00"
    )
    await story.refund("all")
    await story.expect(
      "pending 0.00, refunded, stripe 60.00, shelf 10/1, owed 0.00, left 0.00"
    )
  },

  "one edit of two lines owes for each what was not refunded": async ({
    buy,
  }) => {
    const story = await buy("mugs and caps")
    await story.refund([{ item: 1, quantity: 1 }])
    await story.edit({ 0: 3, 1: 1 })
    await story.expect(
      "pending -20.00, partially_refunded, stripe 30.00, shelf 10/3 10/1, owed 20.00, left 110.00"
    )
    await story.refundOwed()
    await story.refund("all")
    await story.expect(
      "pending 0.00, refunded, stripe 140.00, shelf 10/3 10/1, owed 0.00, left 0.00"
    )
  },
}
