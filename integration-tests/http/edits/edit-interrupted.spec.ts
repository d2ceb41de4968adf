import { Modules } from "@medusajs/framework/utils"
import { setTimeout as wait } from "node:timers/promises"
import finishOrderEditsJob from "../../../src/jobs/finish-order-edits"
import { check } from "../../support/refund-checks"
import { storeTests } from "../../support/store-tests"
import { startTestStripe, type TestStripe } from "../../support/test-stripe"
import { backdate } from "./support/backdate"
import {
  type EditShop,
  itemOf,
  openEditShop,
  taken,
  to,
} from "./support/edit-shop"
import { giveLockBack, takeLock } from "./support/other-process"
import { traces } from "./support/traces"

let stripe: TestStripe
beforeAll(async () => {
  stripe = await startTestStripe()
})
afterAll(() => stripe.close())

storeTests({
  testSuite: ({ api, getContainer }) => {
    describe("an edit that is sent twice", () => {
      let shop: EditShop
      beforeEach(async () => {
        shop = await openEditShop(api, getContainer(), stripe)
      })

      it.each([
        ["adds goods", () => shop.mugs(1)],
        [
          "raises a quantity",
          (order: Parameters<typeof to>[0]) => to(order, 4),
        ],
      ])(
        "has to be known again where it %s: by a key, or by the preview",
        async (_, bodyOf) => {
          const order = await shop.buy({ customer: { card: "pm_card_visa" } })
          const before = await traces(getContainer())
          const { status, data } = await shop.edits.edit(
            order.id,
            bodyOf(order),
            null
          )
          expect([status, data.code]).toEqual([400, "invalid_request"])
          expect(data.message).toContain("Idempotency-Key")
          expect(data.message).toContain("preview_hash")
          expect(data.details).toMatchObject({ field: "Idempotency-Key" })
          expect(await traces(getContainer())).toEqual(before)
          expect(taken(stripe)).toBe(6541)
        }
      )

      it("has to be known again where it charges what was open before", async () => {
        const order = await shop.buy({ customer: { card: "pm_card_visa" } })
        await shop.edits.edit(order.id, { ...shop.mugs(2), settle: "later" })
        const body = { ...to(order, 2), settle: "charge" }
        const refused = await shop.edits.edit(order.id, body, null)
        expect([refused.status, refused.data.code]).toEqual([
          400,
          "invalid_request",
        ])
        const { status } = await shop.edits.edit(order.id, body)
        expect(status).toBe(200)
        // 24.00 less 19.8214.
        expect(taken(stripe)).toBe(6541 + 418)
      })

      it("charges once for the same preview: the second one is of another order", async () => {
        const order = await shop.buy({ customer: { card: "pm_card_visa" } })
        const { data: seen } = await shop.edits.preview(order.id, shop.mugs(1))
        const body = {
          ...shop.mugs(1),
          preview_hash: seen.order_edit_preview.hash,
        }
        const first = await shop.edits.edit(order.id, body, null)
        expect([first.status, first.data.message]).toEqual([200, undefined])
        const second = await shop.edits.edit(order.id, body, null)
        expect([second.status, second.data.code]).toEqual([409, "plan_changed"])
        expect(taken(stripe)).toBe(7741)
      })

      it("needs neither where units leave: what has left leaves once", async () => {
        const order = await shop.buy()
        const first = await shop.edits.edit(order.id, to(order, 2), null)
        expect([first.status, first.data.message]).toEqual([200, undefined])
        const second = await shop.edits.edit(order.id, to(order, 2), null)
        expect([second.status, second.data.code]).toEqual([
          400,
          "invalid_request",
        ])
        await shop.expectBooks(order, { stripe_minor: 1982 })
      })
    })

    describe("an edit that a colleague was faster than", () => {
      let shop: EditShop
      beforeEach(async () => {
        shop = await openEditShop(api, getContainer(), stripe)
      })

      it.each([
        ["takes the same line off", 0],
        ["makes the same edit", 1],
      ])("is refused as changed when they %s", async (_, quantity) => {
        const order = await shop.buy()
        const { data: seen } = await shop.edits.preview(order.id, to(order, 1))
        const { hash } = seen.order_edit_preview
        await shop.edits.edit(order.id, to(order, quantity))
        const { status, data } = await shop.edits.edit(order.id, {
          ...to(order, 1),
          preview_hash: hash,
        })
        expect([status, data.code]).toEqual([409, "plan_changed"])
        expect(data.message).toContain(quantity ? "Nothing" : itemOf(order))
        expect(data.details).toMatchObject({
          code: quantity ? "invalid_request" : "item_not_found",
        })
      })

      it("says what is wrong where no preview was seen", async () => {
        const order = await shop.buy()
        await shop.edits.edit(order.id, to(order, 0))
        const { status, data } = await shop.edits.edit(order.id, to(order, 1))
        expect([status, data.code]).toEqual([404, "item_not_found"])
      })
    })

    describe("an edit that is interrupted", () => {
      let shop: EditShop
      beforeEach(async () => {
        shop = await openEditShop(api, getContainer(), stripe)
      })
      afterEach(() => jest.restoreAllMocks())

      const runJob = async (order_edit_id: string) => {
        await backdate(getContainer(), "refunds_order_edit", order_edit_id)
        await finishOrderEditsJob(getContainer())
      }

      it.each([
        ["before Medusa's change", "createOrderChange"],
        ["at its confirmation", "confirmOrderChange"],
      ] as const)(
        "can be tried again with its key where its first try came to nothing: %s",
        async (_, method) => {
          const order = await shop.buy()
          jest
            .spyOn(getContainer().resolve(Modules.ORDER), method)
            .mockImplementationOnce(async () => {
              throw new Error("The database went away.")
            })
          const send = () => shop.edits.edit(order.id, to(order, 2), "key")
          expect((await send()).status).toBe(500)
          const { status, data } = await send()
          expect([status, data.message]).toEqual([200, undefined])
          expect(data.order_edit.settlement).toMatchObject({
            kind: "refund",
            status: "settled",
          })
          expect((await send()).data.order_edit.id).toBe(data.order_edit.id)
          await shop.expectBooks(order, {
            pending_difference: "0",
            stripe_minor: 1982,
          })
        }
      )

      it("keeps its reservations when Medusa confirmed it and the answer was lost", async () => {
        const order = await shop.buy({ customer: { card: "pm_card_visa" } })
        const orders = getContainer().resolve(Modules.ORDER)
        const confirm = orders.confirmOrderChange.bind(orders) as (
          ...args: unknown[]
        ) => Promise<never>
        jest
          .spyOn(orders, "confirmOrderChange")
          .mockImplementationOnce(async (...args: unknown[]) => {
            await confirm(...args)
            throw new Error("The connection is gone.")
          })
        const { status, data } = await shop.edits.edit(order.id, to(order, 5))
        expect([status, data.message]).toEqual([200, undefined])
        expect(data.order_edit.settlement.status).toBe("settled")
        expect(await shop.store.reserved(itemOf(order))).toBe(5)
        expect(await shop.store.shelf(shop.shirt)).toEqual({
          stocked: 10,
          reserved: 5,
        })
        await shop.expectBooks(order, { pending_difference: "0" })
      })

      it("goes on refunding when another process took its lock", async () => {
        const order = await shop.buy()
        const orders = getContainer().resolve(Modules.ORDER)
        const confirm = orders.confirmOrderChange.bind(orders) as (
          ...args: unknown[]
        ) => Promise<never>
        jest
          .spyOn(orders, "confirmOrderChange")
          .mockImplementationOnce(async (...args: unknown[]) => {
            const confirmed = await confirm(...args)
            await takeLock(getContainer(), order.id)
            return confirmed
          })
        const { status, data } = await shop.edits.edit(order.id, to(order, 2))
        await giveLockBack(getContainer(), order.id)
        expect([status, data.message]).toEqual([202, undefined])
        expect(data.order_edit.settlement).toMatchObject({
          kind: "refund",
          status: "processing",
          code: null,
        })
        expect(data.order_edit.settlement.message).toContain(order.id)
        await shop.expectBooks(order, { stripe_minor: 0 })
        // It may go on by itself: nobody is told of it within ten minutes.
        const now = () => new Date()
        expect(await check(getContainer(), { now })).toEqual([])
        expect(await check(getContainer())).toMatchObject([
          { code: "edit_unfinished", repairable: true },
        ])
        expect(await check(getContainer(), { repair: true })).toMatchObject([
          { code: "edit_unfinished", repaired: true },
        ])
        await shop.expectBooks(order, {
          pending_difference: "0",
          stripe_minor: 1982,
        })
        await runJob(data.order_edit.id)
        await shop.expectBooks(order, { stripe_minor: 1982 })
        expect(await check(getContainer())).toEqual([])
      })

      it("keeps its lock until its money is settled: a refund that starts meanwhile waits", async () => {
        const order = await shop.buy()
        const locking = getContainer().resolve(Modules.LOCKING)
        const release = locking.release.bind(locking)
        // Time for the other one to come in, if it could.
        jest.spyOn(locking, "release").mockImplementation(async (...args) => {
          const released = await release(...args)
          await wait(150)
          return released
        })
        const orders = getContainer().resolve(Modules.ORDER)
        const confirm = orders.confirmOrderChange.bind(orders) as (
          ...args: unknown[]
        ) => Promise<never>
        let other: ReturnType<EditShop["refunds"]["create"]> | undefined
        jest
          .spyOn(orders, "confirmOrderChange")
          .mockImplementationOnce(async (...args: unknown[]) => {
            const confirmed = await confirm(...args)
            other = shop.refunds.create(order.id, { outstanding: true })
            await wait(100)
            return confirmed
          })
        const edit = await shop.edits.edit(order.id, to(order, 2))
        expect(edit.data.order_edit.settlement).toMatchObject({
          kind: "refund",
          status: "settled",
          amount: "19.82",
        })
        const refused = await other
        expect([refused?.status, refused?.data.code]).toEqual([
          400,
          "nothing_to_refund",
        ])
        await shop.expectBooks(order, {
          pending_difference: "0",
          stripe_minor: 1982,
        })
      })

      it("does not charge the card once another process has the order", async () => {
        const order = await shop.buy({ customer: { card: "pm_card_visa" } })
        const payments = getContainer().resolve(Modules.PAYMENT)
        const create = payments.createPaymentSession.bind(payments)
        jest
          .spyOn(payments, "createPaymentSession")
          .mockImplementationOnce(async (...args) => {
            const session = await create(...args)
            await takeLock(getContainer(), order.id)
            return session
          })
        const { status, data } = await shop.edits.edit(
          order.id,
          shop.mugs(1),
          "slow"
        )
        expect([status, data.message]).toEqual([202, undefined])
        expect(taken(stripe)).toBe(6541)
        await giveLockBack(getContainer(), order.id)
        await runJob(data.order_edit.id)
        const again = await shop.edits.edit(order.id, shop.mugs(1), "slow")
        expect(again.data.order_edit.settlement).toMatchObject({
          kind: "charge",
          status: "failed",
        })
        expect(taken(stripe)).toBe(6541)
        expect(await shop.waiting(order)).toMatchObject([{ amount: 12 }])
      })
    })

    describe("the guest that Medusa makes for an edit of a guest's order", () => {
      const email = "customer@example.com"
      let shop: EditShop
      beforeEach(async () => {
        shop = await openEditShop(api, getContainer(), stripe)
      })
      afterEach(() => jest.restoreAllMocks())

      const guests = () =>
        getContainer().resolve(Modules.CUSTOMER).listCustomers({ email })
      /** Somebody uses the guest as soon as it is there. */
      const whenMade = (use: (customer_id: string) => Promise<unknown>) => {
        const customers = getContainer().resolve(Modules.CUSTOMER)
        const create = customers.createCustomers.bind(customers) as (
          ...args: unknown[]
        ) => Promise<{ id: string }>
        const made = jest.spyOn(customers, "createCustomers")
        made.mockImplementationOnce((async (...args: unknown[]) => {
          const guest = await create(...args)
          await use(guest.id)
          return guest
        }) as never)
        return made
      }

      it.each<[string, (customer_id: string) => Promise<unknown>]>([
        [
          "an order",
          (customer_id) =>
            getContainer()
              .resolve(Modules.ORDER)
              .createOrders([{ currency_code: "eur", email, customer_id }]),
        ],
        [
          "a cart",
          (customer_id) =>
            getContainer()
              .resolve(Modules.CART)
              .createCarts([{ currency_code: "eur", email, customer_id }]),
        ],
        [
          "an account",
          (customer_id) =>
            getContainer()
              .resolve(Modules.CUSTOMER)
              .updateCustomers(customer_id, { company_name: "Tea & Co." }),
        ],
      ])("stays where %s of theirs came meanwhile", async (_, use) => {
        const order = await shop.buy()
        const made = whenMade(use)
        const { status } = await shop.edits.preview(order.id, shop.mugs(1))
        expect(status).toBe(200)
        expect(made).toHaveBeenCalledTimes(1)
        expect(await guests()).toHaveLength(1)
      })

      it("goes where nobody uses it", async () => {
        const order = await shop.buy()
        const { status } = await shop.edits.preview(order.id, shop.mugs(1))
        expect(status).toBe(200)
        expect(await guests()).toEqual([])
      })
    })
  },
})
