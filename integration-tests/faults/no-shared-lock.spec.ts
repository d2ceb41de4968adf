import type { PaidOrder } from "../support/paid-order"
import { readAllBooks, refundedBooks } from "./support/order-books"
import {
  everyMugAtOnce,
  lastEuroManyTimes,
  lastMugTwice,
  outcomes,
  sameKeyTwice,
} from "./support/races"
import { startTwoStores, type TwoStores } from "./support/two-stores"
import { readUntil } from "../support/until"

/** Three starts of a store, on a busy machine. */
const SETUP_MS = 600_000
const ORDERS = 10
/** Orders that are raced for at once. */
const ROUNDS = 3

/**
 * Medusa's defaults in two processes, which the documents forbid: each has locks
 * of its own. The reservation alone must keep money from being paid twice, and
 * the lease in the database keeps the books.
 */
describe("two processes of one store, without a shared lock", () => {
  let stores: TwoStores

  beforeAll(async () => {
    stores = await startTwoStores("no-shared-lock", {
      redis: false,
      orders: ORDERS,
    })
  }, SETUP_MS)
  afterAll(() => stores?.close())

  const fresh = (count = ROUNDS): PaidOrder[] => stores.orders.splice(0, count)
  const books = (order: PaidOrder) => readAllBooks(stores, order)
  const race = <Answers>(
    orders: PaidOrder[],
    run: (stores: TwoStores, order: PaidOrder) => Promise<Answers>
  ) => Promise.all(orders.map((order) => run(stores, order)))

  /** Whoever finds another process at the books leaves them to the job. */
  const expectBooks = async (order: PaidOrder, paid: number) => {
    const expected = refundedBooks(paid)
    const read = () => books(order)
    expect(await readUntil(expected, read, 150_000)).toEqual(expected)
  }

  it("make one refund of a request that both get at once", async () => {
    const orders = fresh()
    for (const answers of await race(orders, sameKeyTwice)) {
      // Who comes second does not wait: it is told how far the first one is.
      for (const outcome of outcomes(answers)) {
        expect(["200 ok", "202 ok"]).toContain(outcome)
      }
      const ids = answers.map(({ data }) => data.order_refund.id)
      expect(new Set(ids).size).toBe(1)
    }
    for (const order of orders) {
      await expectBooks(order, 20)
    }
  })

  it("let one of two merchants refund the last unit", async () => {
    const orders = fresh()
    for (const answers of await race(orders, lastMugTwice)) {
      const [first, second] = outcomes(answers)
      expect(first).toBe("200 ok")
      // Without a lock it may come while the first one's credit line is written.
      expect([
        "400 quantity_exceeds_refundable",
        "409 order_has_active_change",
      ]).toContain(second)
    }
    for (const order of orders) {
      await expectBooks(order, 80)
    }
  })

  it("pay the last euro once when it is asked for fifty times", async () => {
    for (const order of fresh(1)) {
      const answers = outcomes(await lastEuroManyTimes(stores, order, 50))
      expect(answers.filter((answer) => answer === "200 ok")).toHaveLength(1)
      expect(
        answers.filter((answer) => /^4\d\d \w+$/.test(answer))
      ).toHaveLength(49)
      await expectBooks(order, 80)
    }
  })

  it("pay each of four merchants what they are told, and no more", async () => {
    const orders = fresh()
    const all = await race(orders, everyMugAtOnce)
    for (const [index, order] of orders.entries()) {
      const answers = all[index] ?? []
      expect(answers.filter(({ status }) => status >= 500)).toEqual([])
      const paid = 20 * answers.filter(({ status }) => status < 300).length
      expect(paid).toBeGreaterThan(0)
      await expectBooks(order, paid)
    }
  })
})
