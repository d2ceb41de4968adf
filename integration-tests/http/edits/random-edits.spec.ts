import { randomUUID } from "node:crypto"
import type {
  AdminCreateOrderRefund,
  AdminEditOrder,
  OrderEditSettlement,
} from "../../../src/types"
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

/** What an order has, as the test counts it. */
type Line = {
  id: string
  /** On the order. */
  quantity: number
  /** Of these, units that were refunded and stayed. */
  refunded: number
  /** Of these, units that an edit added. */
  added: number
  unit: RandomOrder["units"][number]
}

type Told = {
  order: PaidOrder
  exponent: number
  lines: Line[]
  /** What the customer paid for shipping, and for mugs that an edit added. */
  others: number
  /** How often an amount was rounded to what the currency can pay. */
  roundings: number
}

/** A mug costs 10.00 and 20 % tax. */
const MUG = 12

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

    async function buy(random: Random): Promise<Told> {
      const recipe = randomOrder(random)
      const { total, shipping, units, exponent, ...bought } = recipe
      const customer = random.chance(0.5)
        ? await customerWithCard(
            getContainer(),
            stripe,
            "pm_card_visa",
            `customer-${randomUUID()}@example.com`
          )
        : null
      const order = await shop.store.order(
        stripe,
        {
          region_id: shop.region_id,
          shipping_address: { country_code: "de" },
          ...(customer ? { customer_id: customer.id } : {}),
          ...bought,
        },
        [{ amount: total }]
      )
      const lines = order.items.map(({ id }, index) => ({
        id,
        quantity: recipe.items[index]?.quantity ?? 0,
        refunded: 0,
        added: 0,
        unit: units[index] ?? { value: 0, more: 0 },
      }))
      return { order, exponent, lines, others: shipping, roundings: 1 }
    }

    /** Some units are refunded: they leave the order, or the customer keeps them. */
    async function refundSome(random: Random, told: Told): Promise<void> {
      for (let left = random.below(4); left > 0; left--) {
        const line = random.pick(told.lines)
        const free = line.quantity - line.refunded
        if (free > 0 && line.unit.value > 0.01) {
          const quantity = 1 + random.below(free)
          const restock = random.chance(0.7) ? "none" : "cancel"
          await refund(told, {
            items: [{ item_id: line.id, quantity, restock }],
          })
          line.quantity -= restock === "cancel" ? quantity : 0
          line.refunded += restock === "none" ? quantity : 0
        }
      }
      if (told.others > 0.01 && random.chance(0.2)) {
        await refund(told, { shipping: "all" })
        told.others = 0
      }
    }

    async function refund(
      told: Told,
      body: AdminCreateOrderRefund
    ): Promise<void> {
      const { status, data } = await shop.refunds.create(told.order.id, body)
      expect([status, data.message]).toEqual([200, undefined])
      told.roundings += 1
    }

    /** New quantities, and mugs; what is counted changes with them. */
    function randomEdit(random: Random, told: Told): AdminEditOrder {
      const changed = told.lines.flatMap((line) => {
        // New units have no share of a discount: the refunded ones keep theirs.
        const most = line.quantity + (line.refunded ? 0 : 1)
        const quantity = random.below(most + 1)
        return line.quantity &&
          quantity !== line.quantity &&
          random.chance(line.refunded ? 0.9 : 0.5)
          ? [{ line, quantity }]
          : []
      })
      const mugs = told.exponent === 2 && random.chance(0.3) ? 1 : 0
      // An order cannot be emptied, and an edit changes something.
      const left = told.lines.some(
        (line) =>
          (changed.find((each) => each.line === line)?.quantity ??
            line.quantity) > 0
      )
      if (!left || !(changed.length + mugs)) {
        return randomEdit(random, told)
      }
      for (const { line, quantity } of changed) {
        // What was refunded before leaves first: nobody owes it twice.
        const fewer = Math.max(0, line.quantity - quantity)
        line.refunded = Math.max(0, line.refunded - fewer)
        line.added = Math.max(0, quantity - line.quantity)
        line.quantity = quantity
      }
      told.others += mugs * MUG
      told.roundings += 1
      return {
        items: changed.map(({ line: { id }, quantity }) => ({
          item_id: id,
          quantity,
        })),
        additions: mugs ? shop.mugs(mugs).additions : [],
      }
    }

    /** What Stripe took less what it gave back, in minor units. */
    function netAtStripe({ order }: Told): number {
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

    /** What the customer has and was not given back, in major units. */
    const costOf = ({ lines, others }: Told): number =>
      lines.reduce(
        (sum, { quantity, refunded, added, unit }) =>
          sum + (quantity - added - refunded) * unit.value + added * unit.more,
        others
      )

    async function story(random: Random): Promise<void> {
      const told = await buy(random)
      await refundSome(random, told)
      if (told.lines.every(({ quantity }) => quantity === 0)) {
        return // Of an order without units nothing can be edited.
      }
      const body = randomEdit(random, told)
      const { id } = told.order
      const before = netAtStripe(told)
      const { data: seen } = await shop.edits.preview(id, body)
      const { status, data } = await shop.edits.edit(id, body)
      expect([status, data.message]).toEqual([200, undefined])
      const { settlement } = data.order_edit
      expect(settlement).toMatchObject({
        kind: seen.order_edit_preview.settlement.kind,
        amount: seen.order_edit_preview.settlement.amount,
      })
      await expectRight(told, settlement, netAtStripe(told) - before)
    }

    async function expectRight(
      told: Told,
      settlement: OrderEditSettlement,
      moved: number
    ): Promise<void> {
      const { order, exponent } = told
      const one = 10 ** exponent
      const minor = Math.round(Number(settlement.amount) * one)
      const asked = (await collectionsOf(getContainer(), order.id))
        .filter(({ status }) => status === "not_paid")
        .reduce((sum, { amount }) => sum + Math.round(Number(amount) * one), 0)
      const right = {
        refund: { status: "settled", moved: -minor, asked: 0, due: 0 },
        charge: { status: "settled", moved: minor, asked: 0, due: 0 },
        link: { status: "waiting", moved: 0, asked: minor, due: minor },
        none: { status: "settled", moved: 0, asked: 0, due: 0 },
        later: { status: "owing", moved: 0, asked: 0, due: -minor },
      }[settlement.kind]
      expect({ status: settlement.status, moved, asked }).toEqual({
        status: right.status,
        moved: right.moved,
        asked: right.asked,
      })
      expect(settlement.payment_link !== null).toBe(settlement.kind === "link")
      const books = await readBooks(getContainer(), stripe, order)
      const due = Number(books.pending_difference) * one
      // Dinars are paid in tens of their thousandth.
      const payable = exponent === 3 ? 10 : 1
      // Until a link is paid, the order owes the exact total.
      expect(Math.abs(due - right.due)).toBeLessThan(
        settlement.kind === "link" ? payable : 0.011
      )
      const { summary } = await shop.refunds.overview(order.id)
      const net = netAtStripe(told)
      expect(
        Math.round((Number(summary.captured) - Number(summary.refunded)) * one)
      ).toBe(net)
      // Nobody owes what the goods do not cost: each rounding is off by a half.
      const off = Math.abs(net + right.due - costOf(told) * one) / payable
      expect(off).toBeLessThanOrEqual(0.5 * (told.roundings + 1) + 0.001)
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
