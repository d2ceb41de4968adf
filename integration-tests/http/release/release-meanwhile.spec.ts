import {
  cancelOrderWorkflow,
  completeOrderWorkflow,
} from "@medusajs/core-flows"
import { MathBN, Modules } from "@medusajs/framework/utils"
import type { CreateCaptureDTO } from "@medusajs/framework/types"
import finishOrderReleasesJob from "../../../src/jobs/finish-order-releases"
import type { PaidOrder } from "../../support/paid-order"
import { check, codesOf } from "../../support/refund-checks"
import { DOORS, eventsOf, send } from "../../support/stripe-webhooks"
import { editsApi } from "../edits/support/edits-api"
import { nativeChanges } from "./support/native-changes"
import { failBooks } from "../../support/books-transaction"
import { describeReleases } from "./support/release-shop"
import { until } from "../../support/until"

const EVERYTHING = { items: "all", shipping: "all" }

describeReleases("what Medusa does while a release is unfinished", (shop) => {
  const { books, buy, container, failNext, itemOf, statusOf, units } = shop
  const { cancelShipments, confirmEdit, setQuantity } = nativeChanges(container)

  /** Stripe has done its part, and then the process dies. */
  const crash = async (
    order: PaidOrder,
    body: object,
    [module, method]: [string, string] = [Modules.PAYMENT, "capturePayment"]
  ) => {
    failNext(module, method)
    expect((await shop.lab.release(order.id, body, "key")).status).toBe(202)
  }
  const ship = (order: PaidOrder, quantity: number) =>
    shop.store.ship(order, [{ id: itemOf(order), quantity }])
  const runJob = async () => {
    jest.spyOn(Date, "now").mockReturnValue(Date.now() + 120_000)
    await finishOrderReleasesJob(container())
    jest.restoreAllMocks()
  }
  /** As the merchant reads it, who sends the request again. */
  const answer = async (order: PaidOrder, body: object) =>
    (await shop.lab.release(order.id, body, "key")).data.order_release
  /** Medusa's totals have more digits than money: it takes part of a cent for zero. */
  const pending = async (order: PaidOrder) =>
    MathBN.convert((await books(order)).pending).toFixed(2)
  const findings = async (order: PaidOrder) =>
    codesOf(await check(container(), { order_id: order.id }))

  it("keeps shipped units on the order, where they are due, and says so", async () => {
    const order = await buy()
    await crash(order, units(order, 2))
    await ship(order, 3)
    await runJob()
    expect(await answer(order, units(order, 2))).toMatchObject({
      status: "succeeded",
      released: "39.64",
      kept_lines: [
        { kind: "item", item_id: itemOf(order), quantity: 2, amount: "39.64" },
      ],
    })
    const after = {
      payment_status: "partially_captured",
      captures: ["25.77"],
      transactions: ["25.77"],
      collections: [
        { status: "completed", amount: "25.77", captured: "25.77" },
        { status: "not_paid", amount: "39.64", captured: "0" },
      ],
      stripe: [["succeeded", 2577]],
      active_change: false,
    }
    expect(await books(order)).toMatchObject(after)
    expect(await pending(order)).toBe("39.64")
    await runJob()
    expect(await books(order)).toMatchObject(after)
    expect(await findings(order)).toEqual([])
    const refund = await shop.lab.refunds.create(order.id, units(order))
    expect(refund.data.order_refund).toMatchObject({
      status: "succeeded",
      amount: "19.82",
    })
    expect(await findings(order)).toEqual([])
  })

  it("takes off the units that were not shipped", async () => {
    const order = await buy()
    const asked = { ...units(order, 2), shipping: "all" }
    await crash(order, asked)
    await ship(order, 2)
    await runJob()
    expect(await answer(order, asked)).toMatchObject({
      status: "succeeded",
      capture_amount: "19.82",
      kept_lines: [{ quantity: 1, amount: "19.82" }],
    })
    expect(await pending(order)).toBe("19.82")
    expect(await books(order)).toMatchObject({
      captures: ["19.82"],
      stripe: [["succeeded", 1982]],
    })
    expect(await shop.store.reserved(itemOf(order))).toBe(0)
    expect(await findings(order)).toEqual([])
    const { edit } = editsApi(shop.api, shop.lab.refunds)
    const { data } = await edit(order.id, {
      items: [{ item_id: itemOf(order), quantity: 3 }],
      settle: "later",
    })
    expect(data.order_edit.settlement).toMatchObject({
      kind: "later",
      amount: "43.61",
    })
    expect(await findings(order)).toEqual([])
    const again = await shop.lab.release(order.id, units(order))
    expect(again.data.code).toBe("order_already_captured")
  })

  it("takes no more off after another crash, though it could then", async () => {
    const order = await buy()
    await crash(order, units(order, 2), [Modules.ORDER, "createOrderChange"])
    await ship(order, 2)
    const crashed = failBooks(container(), "before")
    await shop.lab.finish(order.id)
    crashed.mockRestore()
    expect(await statusOf(order)).toBe("processing")
    await cancelShipments(order)
    await runJob()
    expect(await answer(order, units(order, 2))).toMatchObject({
      status: "succeeded",
      kept_lines: [{ quantity: 1 }],
    })
    expect(await pending(order)).toBe("19.82")
  })

  it("leaves an order that was shipped instead of cancelling it", async () => {
    const order = await buy()
    await crash(order, EVERYTHING, [Modules.ORDER, "cancel"])
    await ship(order, 1)
    await runJob()
    expect(await answer(order, EVERYTHING)).toMatchObject({
      kind: "void",
      status: "succeeded",
      kept_lines: [{ item_id: itemOf(order), quantity: 1, amount: "19.82" }],
    })
    expect(await pending(order)).toBe("19.82")
    expect(await books(order)).toMatchObject({
      captures: [],
      transactions: [],
      collections: [
        { status: "canceled" },
        { status: "not_paid", amount: "19.82" },
      ],
      stripe: [["canceled", 0]],
    })
    expect(await shop.store.reserved(itemOf(order))).toBe(0)
    expect(await findings(order)).toEqual([])
  })

  it("takes everything off an order that was completed instead of cancelling it", async () => {
    const order = await buy()
    await crash(order, EVERYTHING, [Modules.ORDER, "cancel"])
    await completeOrderWorkflow(container()).run({
      input: { orderIds: [order.id] },
    })
    await runJob()
    expect(await answer(order, EVERYTHING)).toMatchObject({
      status: "succeeded",
      kept_lines: [],
    })
    expect(await pending(order)).toBe("0.00")
    expect(await shop.store.reserved(itemOf(order))).toBe(0)
    expect(await findings(order)).toEqual([])
  })

  it("owes what an edit of Medusa's took off besides", async () => {
    const order = await buy()
    await crash(order, units(order, 1), [Modules.ORDER, "createOrderChange"])
    await setQuantity(order, 0)
    await confirmEdit(order)
    await runJob()
    expect(await answer(order, units(order, 1))).toMatchObject({
      status: "succeeded",
      kept_lines: [],
    })
    expect(await pending(order)).toBe("-39.64")
    expect(await findings(order)).toEqual([])
    const refund = await shop.lab.refunds.create(order.id, {
      outstanding: true,
    })
    expect(refund.data.order_refund).toMatchObject({ amount: "39.64" })
    expect(await pending(order)).toBe("0.00")
    expect(await findings(order)).toEqual([])
  })

  it("waits for an open edit, and asks only for what is due once it is confirmed", async () => {
    const order = await buy()
    await crash(order, units(order, 1), [Modules.ORDER, "createOrderChange"])
    await setQuantity(order, 4)
    await runJob()
    expect(await statusOf(order)).toBe("processing")
    await confirmEdit(order)
    await runJob()
    expect(await statusOf(order)).toBe("succeeded")
    expect(await pending(order)).toBe("22.80")
    expect(await books(order)).toMatchObject({
      captures: ["45.59"],
      transactions: ["45.59"],
      collections: [
        { status: "completed", amount: "45.59", captured: "45.59" },
        { status: "not_paid", amount: "22.8", captured: "0" },
      ],
    })
    expect(await findings(order)).toEqual([])
  })

  it("asks nobody for money after an edit that knew nothing of the capture", async () => {
    const order = await buy()
    await crash(order, units(order, 1))
    await setQuantity(order, 2)
    await confirmEdit(order)
    expect((await books(order)).collections).toMatchObject([
      {},
      { status: "not_paid", amount: "41.6262" },
    ])
    await runJob()
    expect(await statusOf(order)).toBe("succeeded")
    expect(await pending(order)).toBe("-21.80")
    expect(await books(order)).toMatchObject({
      captures: ["45.59"],
      transactions: ["45.59"],
      collections: [
        { status: "completed", amount: "45.59", captured: "45.59" },
      ],
      stripe: [["succeeded", 4559]],
    })
    expect(await findings(order)).toEqual([])
  })

  it("ends where another provider agreed to cancel the payment afterwards", async () => {
    const order = await buy({ provider: "bank" })
    await crash(order, units(order, 1))
    await setQuantity(order, 2)
    await confirmEdit(order)
    await runJob()
    expect(await statusOf(order)).toBe("succeeded")
    expect(await pending(order)).toBe("23.79")
    expect(await books(order)).toMatchObject({
      captures: [],
      transactions: [],
      collections: [
        { status: "canceled" },
        { status: "not_paid", amount: "23.79" },
      ],
    })
  })

  it("ends where Medusa cancelled the order, and gave the money back", async () => {
    const order = await buy()
    await crash(order, units(order, 1), [Modules.ORDER, "createOrderChange"])
    await cancelOrderWorkflow(container()).run({
      input: { order_id: order.id },
    })
    await runJob()
    expect(await statusOf(order)).toBe("succeeded")
    expect(await books(order)).toMatchObject({
      payment_status: "refunded",
      captures: ["45.59"],
      transactions: ["45.59", "-45.59"],
    })
  })

  describe("its own webhook of the lower capture", () => {
    /** Captures that Medusa's webhook has come to the end of. */
    let handled: number
    let beforeOurs: () => Promise<unknown>
    let order: PaidOrder

    beforeEach(async () => {
      order = await buy()
      handled = 0
      beforeOurs = async () => undefined
      const payments = container().resolve(Modules.PAYMENT)
      const original = payments.capturePayment.bind(payments)
      jest
        .spyOn(payments, "capturePayment")
        .mockImplementation(async (input, context) => {
          if (isOurs(input)) {
            await beforeOurs()
            return original(input, context)
          }
          try {
            return await original(input, context)
          } finally {
            handled += 1
          }
        })
    })

    const isOurs = (input: CreateCaptureDTO) => input.is_captured === true
    const deliver = async () => {
      const event = eventsOf(shop.stripe).find(
        ({ type }) => type === "payment_intent.succeeded"
      )
      await send(shop.api, JSON.stringify(event), { door: DOORS.medusas })
    }
    const deliverAndWait = async () => {
      const before = handled
      await deliver()
      await until("the event is handled", () => handled > before)
    }
    const release = () => shop.lab.release(order.id, units(order))
    /** Stripe captures, and we do not hear of it. */
    const releaseUnheard = async () => {
      shop.stripe.control.addFault({
        method: "POST",
        path: /\/capture$/,
        effect: "reset_after",
        times: 2,
      })
      expect((await release()).status).toBe(202)
      shop.stripe.control.clearFaults()
    }
    const expectReleased = async () => {
      await shop.lab.finish(order.id)
      expect(await statusOf(order)).toBe("succeeded")
      expect(await books(order)).toMatchObject({
        payment_status: "captured",
        pending: "0",
        captures: ["45.59"],
        transactions: ["45.59"],
        collections: [
          { status: "completed", amount: "45.59", captured: "45.59" },
        ],
        stripe: [["succeeded", 4559]],
      })
    }

    it("before our books: its capture row is adopted", async () => {
      await releaseUnheard()
      await deliverAndWait()
      await until(
        "the capture is booked",
        async () => (await books(order)).transactions.length === 1
      )
      expect((await books(order)).captures).toEqual(["45.59"])
      await expectReleased()
    })

    it("between our capture row and our order edit: it adds nothing", async () => {
      jest
        .spyOn(container().resolve(Modules.ORDER), "createOrderChange")
        .mockRejectedValueOnce(new Error("crashed"))
      expect((await release()).status).toBe(202)
      await deliverAndWait()
      await expectReleased()
    })

    it("after everything: it adds nothing, however often it comes", async () => {
      expect((await release()).status).toBe(200)
      await deliverAndWait()
      await deliverAndWait()
      await expectReleased()
    })

    it("just before our capture row, which then gives way", async () => {
      beforeOurs = deliverAndWait
      expect((await release()).status).toBe(200)
      await until(
        "the capture is booked",
        async () => (await books(order)).transactions.length === 1
      )
      await expectReleased()
    })

    it("having read the payment before us, and writing after us: Medusa refuses it", async () => {
      const payments: Record<string, unknown> = Object(
        container().resolve(Modules.PAYMENT)
      )
      const write = payments.capturePayment_ as (
        ...args: unknown[]
      ) => Promise<unknown>
      let hasRead = false
      let areBooksWritten = false
      payments.capturePayment_ = async (...args: unknown[]) => {
        if (!isOurs(args[0] as CreateCaptureDTO) && !hasRead) {
          hasRead = true
          await until("the books are written", () => areBooksWritten)
        }
        return write.apply(payments, args)
      }
      await releaseUnheard()
      await deliver()
      await until("the payment is read", () => hasRead)
      await shop.lab.finish(order.id)
      areBooksWritten = true
      await until("the event is handled", () => handled === 1)
      delete payments.capturePayment_
      await expectReleased()
    })
  })
})
