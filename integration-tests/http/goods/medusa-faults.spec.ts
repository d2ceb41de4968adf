import { cancelReturnWorkflow } from "@medusajs/core-flows"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { readUntil } from "../../support/until"
import { startTestStripe, type TestStripe } from "../../support/test-stripe"
import { storeTests } from "../../support/store-tests"
import { openGoodsStore, type GoodsStore } from "./support/goods-store"

let stripe: TestStripe
beforeAll(async () => {
  stripe = await startTestStripe()
})
afterAll(() => stripe.close())

/**
 * Each of these describes Medusa alone, beside what we do instead. One that
 * fails after an update of Medusa tells that a workaround can go.
 */
storeTests({
  testSuite: ({ api, getContainer }) => {
    let store: GoodsStore
    beforeAll(async () => {
      store = await openGoodsStore(api, getContainer(), stripe)
    })
    beforeEach(() => stripe.control.reset())
    afterEach(() => jest.restoreAllMocks())

    /** What Medusa reserves, before anybody corrects it. */
    const reservedByMedusa = () => {
      const reserve = jest.spyOn(
        getContainer().resolve(Modules.INVENTORY),
        "createReservationItems"
      )
      return () =>
        reserve.mock.calls
          .flatMap(([items]) => items)
          .map(({ quantity }) => Number(quantity))
    }

    it("Medusa 2.21 still reserves the shipped units of a line again when it is edited (#16406)", async () => {
      const medusa = await store.buy("mugs", 2)
      const reserved = reservedByMedusa()
      await medusa.edit({ 0: 3 })
      expect(reserved()).toEqual([3])
      // Corrected by us, without any refund of ours.
      await medusa.expect(
        "pending -20.00, captured, stripe 0.00, shelf 8/1, owed 20.00, left 80.00"
      )
      const ours = await store.buy("mugs", 2)
      await ours.refund([{ quantity: 1, restock: "cancel" }])
      await ours.expect(
        "pending 0.00, partially_refunded, stripe 20.00, shelf 8/1, owed 0.00, left 60.00"
      )
    })

    it("Medusa 2.21 still reserves the shipped units of a line again when only its price changes (#16406)", async () => {
      const story = await store.buy("mugs", 2)
      const reserved = reservedByMedusa()
      await story.reprice(4, 15)
      expect(reserved()).toEqual([4])
      await story.expect(
        "pending -20.00, captured, stripe 0.00, shelf 8/2, owed 20.00, left 80.00"
      )
      await story.refundOwed()
      await story.expect(
        "pending 0.00, partially_refunded, stripe 20.00, shelf 8/2, owed 0.00, left 60.00"
      )
    })

    it("Medusa 2.21 still reserves shipped units again when more of them are ordered (#16406)", async () => {
      const story = await store.buy("mugs", 4)
      const reserved = reservedByMedusa()
      await story.edit({ 0: 5 })
      expect(reserved()).toEqual([5])
      await story.expect(
        "pending 20.00, partially_captured, stripe 0.00, shelf 6/1, owed 0.00, left 80.00"
      )
    })

    it("Medusa 2.21 still brings the reservations of shipped units back when an edit fails (#16406)", async () => {
      const story = await store.buy("mugs", 4)
      await story.editTooFar({ 0: 15 })
      await story.expect(
        "pending 0.00, captured, stripe 0.00, shelf 6/4, owed 0.00, left 80.00"
      )
      // The next edit that succeeds frees them.
      await story.reprice(4, 15)
      await story.expect(
        "pending -20.00, captured, stripe 0.00, shelf 6/0, owed 20.00, left 80.00"
      )
    })

    it("Medusa 2.21 still leaves the discounts of an edit behind that failed, and counts them with the next one's", async () => {
      const medusa = await store.buy("shirts")
      await medusa.editTooFar({ 0: 15 })
      const discounts = await getContainer()
        .resolve(ContainerRegistrationKeys.PG_CONNECTION)(
          "order_line_item_adjustment"
        )
        .where({ item_id: medusa.item(), deleted_at: null })
        .orderBy("version")
        .pluck("version")
      expect(discounts).toEqual([1, 2])
      await medusa.edit({ 0: 2 })
      // 23.79 without the failed edit: another 10.00 and their tax are gone.
      await medusa.expectPending("-35.69")

      const ours = await store.buy("shirts")
      await ours.editTooFar({ 0: 15 })
      await ours.refund([{ quantity: 1 }])
      await ours.expect(
        "pending 0.00, partially_refunded, stripe 19.82, shelf 10/3, owed 0.00, left 45.59"
      )
      const cancelled = await store.buy("shirts")
      await cancelled.editTooFar({ 0: 15 })
      await cancelled.refund([{ quantity: 1, restock: "cancel" }])
      await cancelled.expect(
        "pending 0.00, partially_refunded, stripe 19.82, shelf 10/2, owed 0.00, left 45.59"
      )
    })

    it("Medusa 2.21 still keeps the whole discount of a line for the units that stay", async () => {
      const medusa = await store.buy("shirts")
      await medusa.edit({ 0: 2 })
      await medusa.expect(
        "pending -23.79, captured, stripe 0.00, shelf 10/2, owed 23.79, left 65.41"
      )
      const ours = await store.buy("shirts")
      await ours.refund([{ quantity: 1, restock: "cancel" }])
      await ours.expect(
        "pending 0.00, partially_refunded, stripe 19.82, shelf 10/2, owed 0.00, left 45.59"
      )
    })

    it("Medusa 2.21 still owes a returned unit twice that a credit line paid for", async () => {
      const medusa = await store.buy("mugs", 4)
      await getContainer()
        .resolve(Modules.ORDER)
        .addOrderTransactions([
          {
            order_id: medusa.order.id,
            amount: -20,
            currency_code: "eur",
            reference: "refund",
            reference_id: "elsewhere",
          },
        ])
      await medusa.credit(20)
      await medusa.requestReturn(4)
      // 60.00 are left of what was paid.
      await medusa.expectPending("-80.00")
      const ours = await store.buy("mugs", 4)
      await ours.refund([{ quantity: 1 }])
      await ours.requestReturn(4)
      await ours.expectPending("-60.00")
    })

    it("Medusa 2.21 still has no event of its own for a cancelled return, only its module's", async () => {
      const story = await store.buy("mugs", 4)
      await story.requestReturn(1)
      const emitted: string[] = []
      const bus = getContainer().resolve(Modules.EVENT_BUS)
      const { emit } = bus
      jest.spyOn(bus, "emit").mockImplementation(async (data, options) => {
        emitted.push(...[data].flat().map(({ name }) => name))
        return emit.call(bus, data, options)
      })
      const [opened] = await story.returns()
      await cancelReturnWorkflow(getContainer()).run({
        input: { return_id: String(opened?.id) },
      })
      const told = () =>
        Promise.resolve(emitted.includes("order.order-change.updated"))
      expect(await readUntil(true, told)).toBe(true)
      expect(emitted.filter((name) => /return.*cancel/.test(name))).toEqual([])
    })

    it("Medusa 2.21 still lets more units come back than were shipped, after some did", async () => {
      const story = await store.buy("mugs", 4)
      await story.requestReturn(4)
      await story.receive(4)
      await story.requestReturn(1)
      expect(await story.returns()).toHaveLength(2)
      const ours = await store.buy("mugs", 4)
      await ours.requestReturn(4)
      await ours.receive(4)
      await ours.refuse("quantity_exceeds_refundable", [
        { quantity: 1, restock: "return" },
      ])
    })

    it("Medusa 2.21 still fails to cancel a claim without a return", async () => {
      const story = await store.buy("mugs", 4)
      await story.claim("refund", { 0: 1 })
      await expect(story.cancelClaim()).rejects.toThrow(/unknown error/)
    })

    it("Medusa 2.21 still tells every change of a quantity within one edit against the old quantity", async () => {
      const story = await store.buy("mugs")
      await story.refund([{ quantity: 3 }])
      await story.editInSteps(0, [3, 2])
      const changes = await getContainer()
        .resolve(Modules.ORDER)
        .listOrderChanges(
          { order_id: story.order.id },
          { relations: ["actions"] }
        )
      const edit = changes.find(({ change_type }) => change_type === "edit")
      expect(
        edit?.actions
          .map(({ details }) => Number(details?.quantity_diff))
          .sort()
      ).toEqual([-1, -2])
      await story.expectPending("0.00")
    })

    it("Medusa 2.21 still counts credit lines for nothing that add up to a cent or less", async () => {
      const story = await store.buy("mugs")
      await story.edit({ 0: 3 })
      await story.credit(-0.01)
      await story.expectPending("-20.00")
    })
  },
})
