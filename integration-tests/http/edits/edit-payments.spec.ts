import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { REFUNDS_MODULE } from "../../../src/modules/refunds"
import { type RefundsModuleService } from "../../../src/modules/refunds/service"
import type {
  AdminOrderEditDetailResponse,
  AdminOrderEditListResponse,
} from "../../../src/types"
import type { PaidOrder } from "../../support/paid-order"
import { storeTests } from "../../support/store-tests"
import { startTestStripe, type TestStripe } from "../../support/test-stripe"
import {
  type EditShop,
  nameStorefront,
  openEditShop,
  STOREFRONT,
  taken,
  to,
} from "./support/edit-shop"
import { stripeProvider } from "./support/stripe-provider"

let stripe: TestStripe
beforeAll(async () => {
  stripe = await startTestStripe()
})
afterAll(() => stripe.close())

storeTests({
  testSuite: ({ api, getContainer }) => {
    describe("the saved card that an edit charges", () => {
      let shop: EditShop
      beforeEach(async () => {
        shop = await openEditShop(api, getContainer(), stripe)
      })
      afterEach(() => jest.restoreAllMocks())

      const chargeMug = async () => {
        const order = await shop.buy({ customer: { card: "pm_card_visa" } })
        const { data } = await shop.edits.edit(order.id, shop.mugs(1))
        expect(data.order_edit.settlement).toMatchObject({
          kind: "charge",
          status: "settled",
          message: null,
        })
        expect(taken(stripe)).toBe(7741)
        return data.order_edit
      }

      it("is charged in a store that takes the payment methods of the Dashboard", async () => {
        jest.replaceProperty(stripeProvider(getContainer()), "options_", {
          ...stripeProvider(getContainer()).options_,
          automaticPaymentMethods: true,
        })
        await chargeMug()
      })

      it("is charged by a provider that names another payment method", async () => {
        jest
          .spyOn(stripeProvider(getContainer()), "paymentIntentOptions", "get")
          .mockReturnValue({ payment_method_types: ["ideal"] })
        await chargeMug()
      })

      it("is charged without sending the customer anywhere", async () => {
        await chargeMug()
        expect(stripe.control.snapshot().paymentIntents.at(-1)).toMatchObject({
          automatic_payment_methods: {
            enabled: true,
            allow_redirects: "never",
          },
        })
      })

      it("is the only one that the record of the edit keeps, without its expiry", async () => {
        const { id } = await chargeMug()
        const record = await getContainer()
          .resolve<RefundsModuleService>(REFUNDS_MODULE)
          .edits.find({ id })
        expect(record?.preview.settlement.saved_cards).toEqual([])
        expect(record?.settlement.card).toEqual({
          provider_id: "pp_stripe_stripe",
          customer: expect.stringContaining("cus_"),
          payment_method_id: expect.stringContaining("pm_"),
          brand: "visa",
          last4: "4242",
        })
      })

      it("is asked for once, and the edit's trail tells each step", async () => {
        const { id, order_id } = await chargeMug()
        const { data: answer } =
          await shop.refunds.get<AdminOrderEditDetailResponse>(
            `/admin/orders/${order_id}/edits/${id}`
          )
        const { audit_trail: trail, settlement } = answer.order_edit
        expect(settlement).toMatchObject({ kind: "charge", status: "settled" })
        expect(
          trail.map(({ action, from_status, to_status }) => [
            action,
            from_status,
            to_status,
          ])
        ).toEqual([
          ["edited", "editing", "edited"],
          ["settlement", "planned", "processing"],
          ["charge_submitting", "reserved", "submitting"],
          ["charge_succeeded", "submitting", "succeeded"],
          ["settlement", "processing", "settled"],
        ])
        expect(trail[2]).toMatchObject({
          order_edit_id: id,
          payment_intent_id: expect.stringMatching(/^pi_/),
        })
        const { data } = await getContainer()
          .resolve(ContainerRegistrationKeys.QUERY)
          .graph({
            entity: "refunds_order_edit",
            fields: ["id", "events.*"],
            filters: { id },
          })
        expect(data[0]?.events).toHaveLength(trail.length)
      })

      it("is not logged with its customer when Stripe cannot be asked", async () => {
        const order = await shop.buy({ customer: { card: "pm_card_visa" } })
        stripe.control.addFault({
          method: "GET",
          path: /\/payment_methods$/,
          effect: "reset_before",
          times: 9,
        })
        const logger = getContainer().resolve(ContainerRegistrationKeys.LOGGER)
        const warned = jest.spyOn(logger, "warn")
        const { data } = await shop.edits.preview(order.id, to(order, 4))
        expect(data.order_edit_preview).toMatchObject({
          settlement: { kind: "link", saved_cards: [] },
          warnings: [{ code: "cards_unreadable" }],
        })
        const lines = warned.mock.calls.map(([line]) => String(line))
        expect(lines).toContainEqual(expect.stringContaining(order.id))
        expect(lines.join("\n")).not.toContain("cus_")
      })
    })

    describe("the link by which a customer pays an edit", () => {
      let shop: EditShop
      beforeEach(async () => {
        shop = await openEditShop(api, getContainer(), stripe)
      })

      it("leads to the store's storefront", async () => {
        const order = await shop.buy()
        const { data } = await shop.edits.edit(order.id, to(order, 4))
        const { payment_collection_id, payment_link, message } =
          data.order_edit.settlement
        expect(payment_link).toBe(
          `${STOREFRONT}/payment-collection/${payment_collection_id}?order_id=${order.id}`
        )
        expect(message).toBeNull()
      })

      it.each(["link", "later"])(
        "is none where the store names no storefront, and the answer says what is missing (%s)",
        async (settle) => {
          nameStorefront(getContainer(), undefined)
          const order = await shop.buy()
          const { status, data } = await shop.edits.edit(order.id, {
            ...to(order, 4),
            settle,
          })
          expect([status, data.message]).toEqual([200, undefined])
          const { settlement } = data.order_edit
          expect(settlement).toMatchObject({
            status: "owing",
            payment_link: null,
            message: expect.stringContaining("admin.storefrontUrl"),
          })
          // Medusa's own admin can send the link of the collection all the same.
          expect(await shop.waiting(order)).toMatchObject([
            { id: settlement.payment_collection_id },
          ])
        }
      )

      it("is none either when a card was declined, whose words come first", async () => {
        nameStorefront(getContainer(), undefined)
        const order = await shop.buy({
          customer: { card: "pm_card_chargeCustomerFail" },
        })
        const { data } = await shop.edits.edit(order.id, shop.mugs(1))
        const { settlement } = data.order_edit
        expect(settlement).toMatchObject({
          status: "failed",
          code: "card_declined",
          decline_code: "generic_decline",
          advice_code: "try_again_later",
          payment_link: null,
        })
        expect(settlement.message).toMatch(
          /^Your card was declined\..*admin\.storefrontUrl/
        )
        const { data: read } =
          await shop.refunds.get<AdminOrderEditListResponse>(
            `/admin/orders/${order.id}/edits`
          )
        expect(read.order_edits[0]?.settlement).toEqual(settlement)
      })
    })

    describe("what a customer already owed when an edit comes", () => {
      let shop: EditShop
      beforeEach(async () => {
        shop = await openEditShop(api, getContainer(), stripe)
      })

      /** A mug is added, and its 12.00 are left for later. */
      const buyAndOwe = async () => {
        const order = await shop.buy({ customer: { card: "pm_card_visa" } })
        await shop.edits.edit(order.id, { ...shop.mugs(1), settle: "later" })
        return order
      }

      it("is not charged by itself: the preview says so, and asks for all of it by the link", async () => {
        const order = await buyAndOwe()
        const { data: seen } = await shop.edits.preview(order.id, shop.mugs(2))
        const { settlement, warnings, hash } = seen.order_edit_preview
        expect(settlement).toMatchObject({
          kind: "link",
          amount: "36.00",
          saved_cards: [{ brand: "visa" }],
          payment_method_id: null,
        })
        expect(warnings).toMatchObject([{ code: "due_before" }])
        expect(warnings[0]?.message).toContain("12.00")
        const { data } = await shop.edits.edit(order.id, {
          ...shop.mugs(2),
          preview_hash: hash,
        })
        expect(data.order_edit.settlement).toMatchObject({
          kind: "link",
          status: "waiting",
          amount: "36.00",
        })
        expect(taken(stripe)).toBe(6541)
        expect(await shop.waiting(order)).toMatchObject([{ amount: 36 }])
      })

      it("is charged with the edit when the merchant says charge, as the preview says", async () => {
        const order = await buyAndOwe()
        const body = { ...shop.mugs(2), settle: "charge" }
        const { data: seen } = await shop.edits.preview(order.id, body)
        const { settlement, warnings, hash } = seen.order_edit_preview
        expect(settlement).toMatchObject({ kind: "charge", amount: "36.00" })
        expect(warnings).toMatchObject([{ code: "due_before" }])
        expect(warnings[0]?.message).toContain("36.00 include 12.00")
        const { data } = await shop.edits.edit(order.id, {
          ...body,
          preview_hash: hash,
        })
        expect(data.order_edit.settlement).toMatchObject({
          status: "settled",
          amount: "36.00",
        })
        expect(taken(stripe)).toBe(6541 + 3600)
        await shop.expectBooks(order, { pending_difference: "0" })
      })

      it("is not mentioned when there was nothing: the edit's own money is charged", async () => {
        const order = await shop.buy({ customer: { card: "pm_card_visa" } })
        const { data } = await shop.edits.preview(order.id, shop.mugs(1))
        expect(data.order_edit_preview).toMatchObject({
          settlement: { kind: "charge", amount: "12.00" },
          warnings: [],
        })
      })
    })

    describe("a link that was taken back", () => {
      let shop: EditShop
      beforeEach(async () => {
        shop = await openEditShop(api, getContainer(), stripe)
      })

      /** Without a discount, of which an edit would keep a part. */
      const buy = () =>
        shop.buy({
          item: { unit_price: 20, adjustments: [], tax_lines: [] },
          payments: [{ amount: 65.95 }],
        })
      const EVERYTHING = { items: "all", shipping: "all" } as const
      const expectRefunded = (order: PaidOrder) =>
        shop.expectBooks(order, {
          pending_difference: "0",
          payment_status: "refunded",
          stripe_minor: 6595,
        })
      /** As Medusa's own screen does it: a collection of zero stays. */
      const editAtMedusa = async (order: PaidOrder, quantity: number) => {
        const { admin, post } = shop.refunds
        const edit = `/admin/order-edits/${order.id}`
        await post("/admin/order-edits", { order_id: order.id })
        await post(`${edit}/items/item/${order.items[0]?.id}`, { quantity })
        await post(`${edit}/request`, {})
        const { status } = await api.post(`${edit}/confirm`, {}, admin)
        expect(status).toBe(200)
      }

      it("does not keep an order from being refunded", async () => {
        const order = await buy()
        await shop.edits.edit(order.id, { ...to(order, 4), settle: "link" })
        await shop.edits.edit(order.id, to(order, 3))
        expect(await shop.waiting(order)).toEqual([])
        await shop.expectBooks(order, { payment_status: "captured" })
        const { status } = await shop.refunds.create(order.id, EVERYTHING)
        expect(status).toBe(200)
        await expectRefunded(order)
      })

      it("by Medusa's own edit does not either", async () => {
        const order = await buy()
        await editAtMedusa(order, 4)
        await editAtMedusa(order, 3)
        expect(await shop.waiting(order)).toMatchObject([{ amount: 0 }])
        const { status } = await shop.refunds.create(order.id, EVERYTHING)
        expect(status).toBe(200)
        await expectRefunded(order)
      })

      it("does not keep a cancelled order from being refunded", async () => {
        const order = await buy()
        await editAtMedusa(order, 4)
        await editAtMedusa(order, 3)
        const { status } = await shop.refunds.post(
          `/admin/orders/${order.id}/cancel`,
          {}
        )
        expect(status).toBe(200)
        await expectRefunded(order)
      })

      it("makes room for another one when the customer owes again", async () => {
        const order = await buy()
        const first = await shop.edits.edit(order.id, {
          ...to(order, 4),
          settle: "link",
        })
        await shop.edits.edit(order.id, to(order, 3))
        const { data } = await shop.edits.edit(order.id, {
          ...to(order, 5),
          settle: "link",
        })
        const { settlement } = data.order_edit
        expect(settlement).toMatchObject({
          status: "waiting",
          payment_link: expect.stringContaining(
            String(settlement.payment_collection_id)
          ),
        })
        expect(settlement.payment_collection_id).not.toBe(
          first.data.order_edit.settlement.payment_collection_id
        )
        expect(await shop.waiting(order)).toMatchObject([
          {
            id: settlement.payment_collection_id,
            amount: Number(settlement.amount),
          },
        ])
      })
    })
  },
})
