import { createPaymentSessionsWorkflow } from "@medusajs/core-flows"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { readBooks, type Books } from "../../support/books"
import type { PaidOrder } from "../../support/paid-order"
import { SHIPPING, SHIRTS } from "../../support/recipes"
import { refundsApi, type RefundsApi } from "../../support/refunds-api"
import {
  openStockedStore,
  type StockedProduct,
  type StockedStore,
} from "../../support/stocked-store"
import { collectionsOf } from "../edits/support/collections"
import { editsApi } from "../edits/support/edits-api"
import { startTestStripe, type TestStripe } from "../../support/test-stripe"
import { storeTests } from "../../support/store-tests"

let stripe: TestStripe
beforeAll(async () => {
  stripe = await startTestStripe()
})
afterAll(() => stripe.close())

storeTests({
  testSuite: ({ api, getContainer }) => {
    describe("what happens to the goods", () => {
      let refunds: RefundsApi
      let store: StockedStore
      let shirt: StockedProduct

      beforeEach(async () => {
        stripe.control.reset()
        refunds = await refundsApi(api, getContainer())
        store = await openStockedStore(getContainer())
        shirt = await store.stock("Shirt", 10)
      })

      const buy = () =>
        store.order(
          stripe,
          {
            currency_code: "eur",
            items: [{ ...SHIRTS, variant_id: shirt.variant_id }],
            shipping_methods: [SHIPPING],
          },
          [{ amount: 65.4143 }]
        )
      const itemOf = (order: PaidOrder) => String(order.items[0]?.id)
      const expectBooks = async (order: PaidOrder, books: Partial<Books>) =>
        expect(await readBooks(getContainer(), stripe, order)).toMatchObject({
          pending_difference: "0",
          active_change: false,
          ...books,
        })

      it("takes units that were not shipped off the order, with their discount and their reservations", async () => {
        const order = await buy()
        const { status, data } = await refunds.create(order.id, {
          items: [{ item_id: itemOf(order), quantity: 1, restock: "cancel" }],
        })
        expect([status, data.message]).toEqual([200, undefined])
        expect(data.order_refund).toMatchObject({
          status: "succeeded",
          amount: "19.82",
        })
        await expectBooks(order, {
          order_transactions: "-19.82",
          refund_rows: "19.82",
          stripe_minor: 1982,
          payment_status: "partially_refunded",
        })
        expect(await store.reserved(itemOf(order))).toBe(2)
        expect(await store.shelf(shirt)).toEqual({ stocked: 10, reserved: 2 })
        const { items, summary } = await refunds.overview(order.id)
        expect(items[0]).toMatchObject({
          refundable_quantity: 2,
          refundable_amount: "39.64",
          refunded_quantity: 0,
        })
        expect(summary).toMatchObject({ refundable: "45.59", owed: "0.00" })
      })

      it("leaves units alone that the customer keeps", async () => {
        const order = await buy()
        await refunds.create(order.id, {
          items: [{ item_id: itemOf(order), quantity: 1 }],
        })
        await expectBooks(order, { credit_lines: "19.82" })
        expect(await store.reserved(itemOf(order))).toBe(3)
      })

      it("opens a return for units that were shipped: expected now, on the shelf when received", async () => {
        const order = await buy()
        await store.ship(order, [{ id: itemOf(order), quantity: 3 }])
        const { status, data } = await refunds.create(order.id, {
          items: [{ item_id: itemOf(order), quantity: 2, restock: "return" }],
        })
        expect([status, data.message]).toEqual([200, undefined])
        await expectBooks(order, {
          order_transactions: "-39.64",
          stripe_minor: 3964,
          payment_status: "partially_refunded",
        })
        expect(await store.shelf(shirt)).toEqual({ stocked: 7, reserved: 0 })
        const [opened] = await store.returns(order)
        expect(opened).toMatchObject({
          status: "requested",
          location_id: store.location_id,
          items: [{ item_id: itemOf(order), quantity: 2 }],
        })
        await store.receive(opened, [{ id: itemOf(order), quantity: 2 }])
        await expectBooks(order, { order_transactions: "-39.64" })
        expect(await store.shelf(shirt)).toEqual({ stocked: 9, reserved: 0 })
        const { items, summary } = await refunds.overview(order.id)
        expect(items[0]).toMatchObject({
          refundable_quantity: 1,
          refundable_amount: "19.82",
          refunded_quantity: 2,
        })
        expect(summary.owed).toBe("0.00")
      })

      describe("a return", () => {
        const inventory = () => getContainer().resolve(Modules.INVENTORY)
        const outlet = async () => {
          const { id } = await getContainer()
            .resolve(Modules.STOCK_LOCATION)
            .createStockLocations({ name: "Outlet" })
          return id
        }
        const stockAt = (location_id: string, inventory_item_id: string) =>
          inventory().createInventoryLevels([
            { inventory_item_id, location_id, stocked_quantity: 0 },
          ])
        const notAtTheWarehouse = async () => {
          const [level] = await inventory().listInventoryLevels({
            inventory_item_id: shirt.inventory_item_id,
          })
          await inventory().deleteInventoryLevels([String(level?.id)])
        }
        const shipped = async () => {
          const order = await buy()
          await store.ship(order, [{ id: itemOf(order), quantity: 3 }])
          return order
        }
        const oneBack = (order: PaidOrder, location_id?: string) => ({
          items: [{ item_id: itemOf(order), quantity: 1, restock: "return" }],
          ...(location_id ? { location_id } : {}),
        })
        const expectRefused = async (
          order: PaidOrder,
          location_id?: string
        ) => {
          const body = oneBack(order, location_id)
          const refusal = {
            status: 400,
            data: {
              code: "invalid_request",
              details: { field: "location_id" },
            },
          }
          expect(await refunds.preview(order.id, body)).toMatchObject(refusal)
          expect(await refunds.create(order.id, body)).toMatchObject(refusal)
          expect(await store.returns(order)).toEqual([])
          expect((await refunds.overview(order.id)).order_refunds).toEqual([])
          await expectBooks(order, { stripe_minor: 0, refund_rows: "0" })
        }
        const expectReceivedAt = async (
          order: PaidOrder,
          location_id: string,
          asked?: string
        ) => {
          const { status, data } = await refunds.create(
            order.id,
            oneBack(order, asked)
          )
          expect([status, data.message]).toEqual([200, undefined])
          const [opened] = await store.returns(order)
          expect(opened).toMatchObject({ location_id })
          await store.receive(opened, [{ id: itemOf(order), quantity: 1 }])
          await expectBooks(order, { stripe_minor: 1982 })
          const stocked = await inventory().retrieveStockedQuantity(
            shirt.inventory_item_id,
            [location_id]
          )
          return Number(stocked)
        }

        it("does not go to a location that cannot stock the article: nothing moves", async () => {
          await expectRefused(await shipped(), await outlet())
        })

        it("finds the locations of its articles with the order, as the drawer reads it", async () => {
          const order = await buy()
          const field =
            "items.variant.inventory_items.inventory.location_levels.location_id"
          const { data } = await refunds.get<{ order: { items: unknown[] } }>(
            `/admin/orders/${order.id}?fields=id,*items,items.variant.manage_inventory,${field}`
          )
          expect(data.order.items).toMatchObject([
            {
              variant: {
                manage_inventory: true,
                inventory_items: [
                  {
                    inventory: {
                      location_levels: [{ location_id: store.location_id }],
                    },
                  },
                ],
              },
            },
          ])
        })

        it("goes to another location that stocks the article", async () => {
          const location = await outlet()
          await stockAt(location, shirt.inventory_item_id)
          const order = await shipped()
          expect(await expectReceivedAt(order, location, location)).toBe(1)
        })

        it("goes by itself to a location that stocks the article, if the one it was shipped from does not any more", async () => {
          const location = await outlet()
          const order = await shipped()
          await stockAt(location, shirt.inventory_item_id)
          await notAtTheWarehouse()
          expect(await expectReceivedAt(order, location)).toBe(1)
        })

        it("is refused where no location stocks the article", async () => {
          const order = await shipped()
          await notAtTheWarehouse()
          await expectRefused(order)
        })

        it("needs every part of a bundle stocked there", async () => {
          const location = await outlet()
          await stockAt(location, shirt.inventory_item_id)
          const button = await inventory().createInventoryItems({
            sku: "BUTTON",
          })
          await stockAt(store.location_id, button.id)
          const order = await shipped()
          await getContainer()
            .resolve(ContainerRegistrationKeys.LINK)
            .create({
              [Modules.PRODUCT]: { variant_id: shirt.variant_id },
              [Modules.INVENTORY]: { inventory_item_id: button.id },
              data: { required_quantity: 5 },
            })
          await expectRefused(order, location)
        })

        it("of goods that nobody counts goes anywhere", async () => {
          const order = await shipped()
          await getContainer()
            .resolve(Modules.PRODUCT)
            .updateProductVariants(shirt.variant_id, {
              manage_inventory: false,
            })
          await notAtTheWarehouse()
          const location = await outlet()
          expect(
            (await refunds.create(order.id, oneBack(order, location))).status
          ).toBe(200)
          expect(await store.returns(order)).toMatchObject([
            { location_id: location },
          ])
        })
      })

      it("does both in one refund, and refunds the rest later to the cent", async () => {
        const order = await buy()
        await store.ship(order, [{ id: itemOf(order), quantity: 2 }])
        const cap = await refunds.create(order.id, {
          items: [{ item_id: itemOf(order), quantity: 1, restock: "cancel" }],
        })
        expect(cap.data.order_refund.amount).toBe("19.82")
        const back = await refunds.create(order.id, {
          items: [{ item_id: itemOf(order), quantity: 1, restock: "return" }],
          shipping: "all",
        })
        expect(back.data.order_refund.amount).toBe("25.77")
        const rest = await refunds.create(order.id, { items: "all" })
        expect(rest.data.order_refund.amount).toBe("19.82")
        await expectBooks(order, {
          order_transactions: "-65.41",
          stripe_minor: 6541,
          payment_status: "refunded",
        })
      })

      it("owes the money when the gateway refuses after the goods moved, and a retry pays it", async () => {
        const order = await buy()
        stripe.control.addFault({
          method: "POST",
          path: "/v1/refunds",
          effect: "decline",
          error: {
            status: 400,
            code: "charge_not_refundable",
            message: "This charge cannot be refunded any more.",
          },
        })
        const { status, data } = await refunds.create(order.id, {
          items: [{ item_id: itemOf(order), quantity: 1, restock: "cancel" }],
        })
        stripe.control.clearFaults()
        expect([status, data.order_refund.status]).toEqual([200, "failed"])
        await expectBooks(order, {
          // Medusa's exact figure: 19.82 is what can be paid of it.
          pending_difference: "-19.821433333333335",
          stripe_minor: 0,
        })
        const { summary } = await refunds.overview(order.id)
        expect(summary).toMatchObject({ failed: "19.82", owed: "0.00" })
        await refunds.post(
          `/admin/order-refunds/${data.order_refund.id}/retry`,
          {}
        )
        await expectBooks(order, { stripe_minor: 1982 })
      })

      it("takes nothing off the order when a change of it is open", async () => {
        const order = await buy()
        await refunds.post("/admin/order-edits", { order_id: order.id })
        const { status, data } = await refunds.create(order.id, {
          items: [{ item_id: itemOf(order), quantity: 1, restock: "cancel" }],
        })
        expect([status, data.code]).toEqual([409, "order_has_active_change"])
        expect(await store.reserved(itemOf(order))).toBe(3)
        await expectBooks(order, { stripe_minor: 0, active_change: true })
      })

      it("moves goods without money", async () => {
        const order = await buy()
        const { status, data } = await refunds.create(order.id, {
          items: [
            {
              item_id: itemOf(order),
              quantity: 1,
              amount: 0,
              restock: "cancel",
            },
          ],
        })
        expect([status, data.message]).toEqual([200, undefined])
        expect(data.order_refund).toMatchObject({
          status: "succeeded",
          amount: "0.00",
          transactions: [],
        })
        await expectBooks(order, { stripe_minor: 0 })
        expect(await store.reserved(itemOf(order))).toBe(2)
      })

      it("leaves what the customer has still to pay as it is, and warns of the money that leaves", async () => {
        const order = await buy()
        const { data } = await editsApi(api, refunds).edit(
          order.id,
          { items: [{ item_id: itemOf(order), quantity: 5 }], settle: "link" },
          "two-more"
        )
        // 2 x 19.99 without discount, and 19 %.
        await expectBooks(order, { pending_difference: "47.5762" })
        const { result: session } = await createPaymentSessionsWorkflow(
          getContainer()
        ).run({
          input: {
            payment_collection_id: String(
              data.order_edit.settlement.payment_collection_id
            ),
            provider_id: "pp_stripe_stripe",
          },
        })
        const body = {
          items: [
            {
              item_id: itemOf(order),
              quantity: 1,
              restock: "cancel" as const,
            },
          ],
        }
        const { data: planned } = await refunds.preview(order.id, body)
        expect(planned.refund_plan.warnings).toMatchObject([
          { code: "customer_owes" },
        ])
        const { data: made } = await refunds.create(order.id, body)
        const { pending_difference } = await readBooks(
          getContainer(),
          stripe,
          order
        )
        expect(Number(pending_difference).toFixed(2)).toBe("47.58")
        await expectBooks(order, {
          pending_difference,
          stripe_minor: Math.round(Number(made.order_refund.amount) * 100),
        })
        const [waiting] = (await collectionsOf(getContainer(), order.id)).slice(
          -1
        )
        expect(waiting?.amount).toBe(47.58)
        expect(
          stripe.control
            .snapshot()
            .paymentIntents.find(({ id }) => id === session.data.id)?.amount
        ).toBe(4758)
      })
    })
  },
})
