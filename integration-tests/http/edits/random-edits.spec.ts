import { randomUUID } from "node:crypto"
import type { OrderEditDTO, OrderEditPreview } from "../../../src/types"
import { readBooks } from "../../support/books"
import type { PaidOrder } from "../../support/paid-order"
import { createRandom, type Random } from "../../support/random"
import { check } from "../../support/refund-checks"
import { storeTests } from "../../support/store-tests"
import { startTestStripe, type TestStripe } from "../../support/test-stripe"
import { collectionsOf } from "./support/collections"
import { openEditShop, type EditShop } from "./support/edit-shop"
import { customerWithCard } from "./support/priced-store"
import { randomOrder, type RandomOrder } from "./support/random-order"

/** `EDITS_SEED=7 EDITS_RUNS=100 npm run test:http -- edits/random-edits` tries more. */
const seed = Number(process.env.EDITS_SEED ?? 20261126)
const runs = Number(process.env.EDITS_RUNS ?? 25)

type Line = {
  id: string
  /** On the order. */
  quantity: number
  /** Of these, units that were refunded and stayed. */
  refunded: number
}

let stripe: TestStripe
beforeAll(async () => {
  stripe = await startTestStripe()
})
afterAll(() => stripe.close())

storeTests({
  testSuite: ({ api, getContainer }) => {
    let shop: EditShop
    beforeAll(async () => {
      shop = await openEditShop(api, getContainer(), stripe, 10_000)
    })

    const buy = async (
      { total, shipping: _, ...recipe }: RandomOrder,
      card: boolean
    ) => {
      const customer = card
        ? await customerWithCard(
            getContainer(),
            stripe,
            "pm_card_visa",
            `customer-${randomUUID()}@example.com`
          )
        : null
      return shop.store.order(
        stripe,
        {
          currency_code: "eur",
          region_id: shop.region_id,
          shipping_address: { country_code: "de" },
          ...(customer ? { customer_id: customer.id } : {}),
          ...recipe,
        },
        [{ amount: total }]
      )
    }

    /** Some units are refunded: they leave the order, or the customer keeps them. */
    async function refundSome(random: Random, order: PaidOrder, lines: Line[]) {
      for (let left = random.below(3); left > 0; left--) {
        const line = random.pick(lines)
        const free = line.quantity - line.refunded
        if (free > 0) {
          const quantity = 1 + random.below(free)
          const restock = random.pick(["none", "cancel"])
          const { status, data } = await shop.refunds.create(order.id, {
            items: [{ item_id: line.id, quantity, restock }],
          })
          expect([status, data.message]).toEqual([200, undefined])
          line.quantity -= restock === "cancel" ? quantity : 0
          line.refunded += restock === "none" ? quantity : 0
        }
      }
    }

    function randomEdit(random: Random, lines: Line[]) {
      const items = lines.flatMap((line) => {
        // New units have no share of a discount: the refunded ones keep theirs.
        const most = line.quantity + (line.refunded ? 0 : 1)
        const quantity = random.below(most + 1)
        return line.quantity && random.chance(0.6) && quantity !== line.quantity
          ? [{ line, item_id: line.id, quantity }]
          : []
      })
      const additions = random.chance(0.3)
        ? shop.mugs(1 + random.below(2)).additions
        : []
      // An order cannot be emptied by an edit.
      const isEmpty = lines.every(
        ({ id, quantity }) =>
          (items.find(({ item_id }) => item_id === id)?.quantity ??
            quantity) === 0
      )
      return isEmpty ? null : { items, additions }
    }

    /** What Stripe took less what it gave back, in cents. */
    async function netAtStripe(order: PaidOrder): Promise<number> {
      const { paymentIntents, refunds } = stripe.control.snapshot()
      const intents = paymentIntents.filter(
        ({ id, metadata }) =>
          id === order.payments[0]?.payment_intent ||
          metadata.order_id === order.id
      )
      const sum = (amounts: number[]) => amounts.reduce((a, b) => a + b, 0)
      return (
        sum(intents.map(({ amount_received }) => amount_received)) -
        sum(
          refunds
            .filter(
              ({ payment_intent, status }) =>
                status === "succeeded" &&
                intents.some(({ id }) => id === payment_intent)
            )
            .map(({ amount }) => amount)
        )
      )
    }

    /** What the goods cost that the customer has and was not given back, in cents. */
    const costOf = (edit: OrderEditDTO, lines: Line[], shipping: number) =>
      edit.lines.reduce((sum, { item_id, after }) => {
        const kept = lines.find(({ id }) => id === item_id)?.refunded ?? 0
        const paid = after.quantity - kept
        return sum + (paid / (after.quantity || 1)) * Number(after.total) * 100
      }, shipping * 100)

    async function story(random: Random): Promise<void> {
      const recipe = randomOrder(random)
      const order = await buy(recipe, random.chance(0.5))
      const lines = order.items.map(({ id }, index) => ({
        id,
        quantity: recipe.items[index]?.quantity ?? 0,
        refunded: 0,
      }))
      await refundSome(random, order, lines)
      const edit = randomEdit(random, lines)
      if (!edit || !(edit.items.length + edit.additions.length)) {
        return
      }
      const body = {
        items: edit.items.map(({ item_id, quantity }) => ({
          item_id,
          quantity,
        })),
        additions: edit.additions,
      }
      const before = await netAtStripe(order)
      const { data: seen } = await shop.edits.preview(order.id, body)
      const { status, data } = await shop.edits.edit(order.id, body)
      expect([status, data.message]).toEqual([200, undefined])
      for (const { line, quantity } of edit.items) {
        // What was refunded before leaves first: nobody owes it twice.
        line.refunded = Math.max(
          0,
          line.refunded - Math.max(0, line.quantity - quantity)
        )
        line.quantity = quantity
      }
      await expectRight(order, seen.order_edit_preview, data.order_edit, {
        moved: (await netAtStripe(order)) - before,
        cost: costOf(data.order_edit, lines, recipe.shipping),
        net: await netAtStripe(order),
        roundings: lines.length + 4,
      })
    }

    async function expectRight(
      order: PaidOrder,
      preview: OrderEditPreview,
      { settlement }: OrderEditDTO,
      at: { moved: number; net: number; cost: number; roundings: number }
    ): Promise<void> {
      const cents = Math.round(Number(settlement.amount) * 100)
      expect({
        kind: settlement.kind,
        amount: settlement.amount,
      }).toEqual({
        kind: preview.settlement.kind,
        amount: preview.settlement.amount,
      })
      const asked = (await collectionsOf(getContainer(), order.id))
        .filter(({ status }) => status === "not_paid")
        .reduce((sum, { amount }) => sum + Math.round(Number(amount) * 100), 0)
      const right = {
        refund: { status: "settled", moved: -cents, asked: 0, due: 0 },
        charge: { status: "settled", moved: cents, asked: 0, due: 0 },
        link: { status: "waiting", moved: 0, asked: cents, due: cents },
        none: { status: "settled", moved: 0, asked: 0, due: 0 },
        later: { status: "owing", moved: 0, asked: 0, due: -cents },
      }[settlement.kind]
      const books = await readBooks(getContainer(), stripe, order)
      const due = Number(books.pending_difference) * 100
      expect({ status: settlement.status, moved: at.moved, asked }).toEqual({
        status: right.status,
        moved: right.moved,
        asked: right.asked,
      })
      // Until a link is paid, the order owes the exact total, and the link asks cents.
      expect(Math.abs(due - right.due)).toBeLessThan(
        settlement.kind === "link" ? 1 : 0.011
      )
      expect(settlement.payment_link === null).toBe(settlement.kind !== "link")
      // Nobody owes what the goods do not cost, but for the cents of roundings.
      expect(Math.abs(at.net + right.due - at.cost)).toBeLessThanOrEqual(
        at.roundings
      )
      expect(await check(getContainer(), { order_id: order.id })).toEqual([])
    }

    it(
      "asks, charges and refunds what is owed, whatever the order is",
      async () => {
        const failures: string[] = []
        for (let run = 0; run < runs; run++) {
          try {
            await story(createRandom(seed + run))
          } catch (error) {
            failures.push(
              `EDITS_SEED=${seed + run} EDITS_RUNS=1: ${error instanceof Error ? error.message : String(error)}`
            )
          }
        }
        expect(failures).toEqual([])
      },
      60_000 + runs * 10_000
    )
  },
})
