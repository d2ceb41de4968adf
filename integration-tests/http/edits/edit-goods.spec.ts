import type { CreateCustomerDTO, CustomerDTO } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import {
  beginOrderEditOrderWorkflow,
  confirmOrderEditRequestWorkflow,
  orderEditUpdateItemQuantityWorkflow,
} from "@medusajs/core-flows"
import finishOrderEditsJob from "../../../src/jobs/finish-order-edits"
import { REFUNDS_MODULE } from "../../../src/modules/refunds"
import type { RefundsModuleService } from "../../../src/modules/refunds/service"
import { readBooks } from "../../support/books"
import type { StockedProduct, StockedStore } from "../../support/stocked-store"
import { storeTests } from "../../support/store-tests"
import { startTestStripe, type TestStripe } from "../../support/test-stripe"
import { backdate } from "./support/backdate"
import { collectionsOf } from "./support/collections"
import { itemOf, openEditShop, to, type EditShop } from "./support/edit-shop"
import type { EditsApi } from "./support/edits-api"
import { openPayment } from "./support/open-payment"
import { promote } from "./support/promotion"
import { traces } from "./support/traces"

let stripe: TestStripe
beforeAll(async () => {
  stripe = await startTestStripe()
})
afterAll(() => stripe.close())

storeTests({
  testSuite: ({ api, getContainer }) => {
    describe("goods, discounts and open payments of an edit", () => {
      let shop: EditShop
      let edits: EditsApi
      let store: StockedStore
      let shirt: StockedProduct
      let mug: StockedProduct
      let mugs: EditShop["mugs"]

      beforeEach(async () => {
        shop = await openEditShop(api, getContainer(), stripe)
        ;({ edits, store, shirt, mug, mugs } = shop)
      })

      const buy = (payments?: []) => shop.buy({ payments })
      const buyAsCustomer = (item?: object) =>
        shop.buy({ customer: { card: null }, item })

      it("reserves what is still to be shipped, also when units were shipped", async () => {
        const order = await buy()
        await store.ship(order, [{ id: itemOf(order), quantity: 1 }])
        await edits.edit(order.id, to(order, 5))
        expect(await store.reserved(itemOf(order))).toBe(4)
        await edits.edit(order.id, to(order, 2))
        expect(await store.reserved(itemOf(order))).toBe(1)
        expect(await store.shelf(shirt)).toEqual({ stocked: 9, reserved: 1 })
      })

      it("Medusa's own edit still reserves shipped units (medusajs/medusa#16406): when this fails, it is mended", async () => {
        const order = await buy()
        await store.ship(order, [{ id: itemOf(order), quantity: 1 }])
        const container = getContainer()
        await beginOrderEditOrderWorkflow(container).run({
          input: { order_id: order.id },
        })
        await orderEditUpdateItemQuantityWorkflow(container).run({
          input: {
            order_id: order.id,
            items: [{ id: itemOf(order), quantity: 2 }],
          },
        })
        await confirmOrderEditRequestWorkflow(container).run({
          input: { order_id: order.id },
        })
        expect(await store.reserved(itemOf(order))).toBe(2)
      })

      it("tells the store as Medusa's own edit does", async () => {
        const order = await buy()
        const emit = jest.spyOn(
          getContainer().resolve(Modules.EVENT_BUS),
          "emit"
        )
        await edits.preview(order.id, to(order, 2))
        await edits.edit(order.id, to(order, 2))
        const told = emit.mock.calls
          .flatMap(([events]) => events)
          .filter(({ name }) => name === "order-edit.confirmed")
        expect(told).toMatchObject([
          {
            data: {
              order_id: order.id,
              no_notification: false,
              actions: [{ action: "ITEM_UPDATE" }],
            },
          },
        ])
        emit.mockRestore()
      })

      it("reserves every part of a bundle", async () => {
        const container = getContainer()
        await container.resolve(ContainerRegistrationKeys.LINK).create({
          [Modules.PRODUCT]: { variant_id: mug.variant_id },
          [Modules.INVENTORY]: { inventory_item_id: shirt.inventory_item_id },
          data: { required_quantity: 2 },
        })
        const order = await buyAsCustomer()
        await edits.edit(order.id, mugs(3))
        // Three of the order, and two for each mug.
        expect(await store.shelf(shirt)).toEqual({ stocked: 10, reserved: 9 })
        expect(await store.shelf(mug)).toEqual({ stocked: 9, reserved: 3 })
        const refused = await edits.edit(order.id, mugs(1))
        expect(refused.data.code).toBe("insufficient_stock")
      })

      it("a preview of new lines leaves nothing behind for a guest either", async () => {
        const order = await buy()
        const before = await traces(getContainer())
        const { status } = await edits.preview(order.id, mugs(1))
        expect(status).toBe(200)
        expect(await traces(getContainer())).toEqual(before)
      })

      it("the guest goes also where Medusa dated its making a millisecond apart", async () => {
        const order = await buy()
        const before = await traces(getContainer())
        const customers = getContainer().resolve(Modules.CUSTOMER)
        const create: (data: CreateCustomerDTO) => Promise<CustomerDTO> =
          customers.createCustomers.bind(customers)
        const spy = jest
          .spyOn(customers, "createCustomers")
          .mockImplementation(async (data: CreateCustomerDTO) => {
            const guest = await create(data)
            await getContainer()
              .resolve(ContainerRegistrationKeys.PG_CONNECTION)
              .raw(
                "UPDATE customer SET created_at = created_at - interval '1 ms'"
              )
            return guest
          })
        await edits.preview(order.id, mugs(1))
        expect(spy).toHaveBeenCalledTimes(1)
        spy.mockRestore()
        expect(await traces(getContainer())).toEqual(before)
      })

      it("takes the merchant's own price for a new line", async () => {
        const order = await buyAsCustomer()
        const { data } = await edits.edit(order.id, {
          additions: [
            { variant_id: mug.variant_id, quantity: 2, unit_price: "7.50" },
          ],
        })
        expect(data.order_edit.difference).toBe("18.00")
      })

      it("no difference: nothing moves", async () => {
        const order = await buyAsCustomer()
        const { data } = await edits.edit(order.id, {
          additions: [
            { variant_id: mug.variant_id, quantity: 1, unit_price: 0 },
          ],
        })
        expect(data.order_edit).toMatchObject({
          difference: "0.00",
          settlement: { kind: "none", status: "settled", payment_link: null },
        })
        expect(await collectionsOf(getContainer(), order.id)).toHaveLength(1)
      })

      it("keeps discounts as bought, or lets Medusa compute the promotions anew", async () => {
        const promotion = await promote(getContainer(), "TEN")
        const order = await buyAsCustomer({
          adjustments: [
            { code: "TEN", amount: 5.997, promotion_id: promotion.id },
          ],
        })
        await promotion.link(order.id)
        const body = { ...to(order, 2), ...mugs(1) }
        const { data: kept } = await edits.preview(order.id, body)
        const mugLine = (lines: { title: string; after: object }[]) =>
          lines.find(({ title }) => title === "Mug")?.after
        expect(mugLine(kept.order_edit_preview.lines)).toEqual({
          quantity: 1,
          total: "12.00",
        })
        expect(kept.order_edit_preview.lines[0]?.after.total).toBe("42.82")
        const { data: anew } = await edits.preview(order.id, {
          ...body,
          discounts: "recompute",
        })
        // Ten per cent off everything.
        expect(mugLine(anew.order_edit_preview.lines)).toEqual({
          quantity: 1,
          total: "10.80",
        })
        expect(anew.order_edit_preview.lines[0]?.after.total).toBe("42.82")
        const { data } = await edits.edit(order.id, {
          ...body,
          discounts: "recompute",
          preview_hash: anew.order_edit_preview.hash,
        })
        expect(data.order_edit.after).toEqual(anew.order_edit_preview.after)
      })

      it("says so when there is no promotion to compute anew", async () => {
        const order = await buy()
        const { data } = await edits.preview(order.id, {
          ...to(order, 2),
          discounts: "recompute",
        })
        expect(data.order_edit_preview).toMatchObject({
          difference: "-19.82",
          warnings: [{ code: "no_promotion" }],
        })
      })

      it("lets the payment that the customer began follow the order", async () => {
        const order = await buy([])
        const intent = await openPayment(getContainer(), order.id, 65.41)
        const amount = async () =>
          (await stripe.client.paymentIntents.retrieve(intent)).amount
        const { data } = await edits.edit(order.id, to(order, 2))
        expect(data.order_edit).toMatchObject({
          difference: "-19.82",
          settlement: { kind: "link", status: "waiting", amount: "45.59" },
        })
        expect(await amount()).toBe(4559)
        await edits.edit(order.id, to(order, 3))
        // The third unit comes back without the discount.
        expect(await amount()).toBe(6938)
        expect(await collectionsOf(getContainer(), order.id)).toMatchObject([
          {
            status: "not_paid",
            amount: 69.38,
            payment_sessions: [{ amount: 69.38 }],
          },
        ])
      })

      it("waits while the customer's payment is on its way", async () => {
        const order = await buy([])
        const intent = await openPayment(getContainer(), order.id, 65.41, {
          capture_method: "automatic",
        })
        await stripe.client.paymentIntents.confirm(intent, {
          payment_method: "pm_card_visa",
        })
        const { status, data } = await edits.edit(order.id, to(order, 2))
        expect([status, data.code]).toEqual([409, "refund_in_progress"])
      })

      it("the job finishes an edit whose process died after Medusa confirmed it", async () => {
        const order = await buy()
        const service =
          getContainer().resolve<RefundsModuleService>(REFUNDS_MODULE)
        jest
          .spyOn(service.edits, "note")
          .mockRejectedValueOnce(new Error("The process died."))
        const { status, data } = await edits.edit(
          order.id,
          to(order, 2),
          "died"
        )
        expect(status).toBe(202)
        expect(stripe.control.snapshot().refunds).toEqual([])
        await backdate(getContainer(), "refunds_order_edit", data.order_edit.id)
        await finishOrderEditsJob(getContainer())
        expect(await readBooks(getContainer(), stripe, order)).toMatchObject({
          pending_difference: "0",
          stripe_minor: 1982,
        })
        expect(await store.reserved(itemOf(order))).toBe(2)
        const again = await edits.edit(order.id, to(order, 2), "died")
        expect(again.data.order_edit.settlement.status).toBe("settled")
      })

      it("forgets an edit whose process died before Medusa confirmed it", async () => {
        const order = await buy()
        const before = await traces(getContainer())
        const orders = getContainer().resolve(Modules.ORDER)
        jest
          .spyOn(orders, "confirmOrderChange")
          .mockRejectedValueOnce(new Error("The database is gone."))
        const { status } = await edits.edit(order.id, to(order, 5), "early")
        expect(status).toBe(500)
        expect(await traces(getContainer())).toEqual({
          ...before,
          // Medusa marks a reservation that was given back as deleted.
          reservation_item: Number(before.reservation_item) + 1,
        })
        expect(await store.reserved(itemOf(order))).toBe(3)
        const again = await edits.edit(order.id, to(order, 5), "early")
        expect(again.status).toBe(200)
        expect(await store.reserved(itemOf(order))).toBe(5)
      })
    })
  },
})
