import { Modules } from "@medusajs/framework/utils"
import finishOrderReleasesJob from "../../../src/jobs/finish-order-releases"
import { onlyDate } from "../../support/only-date"
import type { PaidOrder } from "../../support/paid-order"
import { check } from "../../support/refund-checks"
import type { TestStripe } from "../../support/test-stripe"
import { failBooks } from "../../support/books-transaction"
import { describeReleases } from "./support/release-shop"

const CAPTURE = /\/capture$/
const CANCEL = /\/cancel$/

/** What a release of one shirt leaves, whatever happened on the way. */
const RELEASED = {
  payment_status: "captured",
  pending: "0",
  captures: ["45.59"],
  transactions: ["45.59"],
  collections: [{ status: "completed", amount: "45.59", captured: "45.59" }],
  stripe: [["succeeded", 4559]],
  credit_lines: ["0.0028666666666666666819"],
  active_change: false,
}

/** What an order looks like that was never released. */
const UNTOUCHED = {
  payment_status: "authorized",
  captures: [],
  transactions: [],
  collections: [{ status: "authorized", amount: "65.4143", captured: "0" }],
  stripe: [["requires_capture", 0]],
  credit_lines: [],
  active_change: false,
}

describeReleases("a release that something comes between", (shop) => {
  const { books, buy, container, failNext, itemOf, statusOf, units } = shop
  let order: PaidOrder

  beforeEach(async () => {
    order = await buy()
  })

  const release = () => shop.lab.release(order.id, units(order), "key")
  const fault = (
    effect: Parameters<TestStripe["control"]["addFault"]>[0]["effect"],
    rule: object = {}
  ) =>
    shop.stripe.control.addFault({
      method: "POST",
      path: CAPTURE,
      effect,
      times: 5,
      ...rule,
    })
  const captures = () =>
    shop.stripe.control.requests().filter(({ path }) => CAPTURE.test(path))

  const expectReleased = async () => {
    expect(await statusOf(order)).toBe("succeeded")
    expect(await books(order)).toEqual(RELEASED)
    expect(await shop.store.reserved(itemOf(order))).toBe(2)
  }
  /** As before, and a release still goes through. */
  const expectUndone = async () => {
    expect(await statusOf(order)).toBe("failed")
    expect(await books(order)).toMatchObject(UNTOUCHED)
    expect(await shop.store.reserved(itemOf(order))).toBe(3)
    shop.stripe.control.clearFaults()
    const { data } = await shop.lab.release(
      order.id,
      units(order),
      "another key"
    )
    expect(data.order_release).toMatchObject({ status: "succeeded" })
    expect(await books(order)).toEqual(RELEASED)
  }

  it.each([
    ["the amounts could not be lowered", "updatePayment"],
    ["a collection could not be lowered", "updatePaymentCollections"],
  ])("undoes itself when %s", async (_, method) => {
    failNext(Modules.PAYMENT, method)
    expect((await release()).status).toBe(500)
    await expectUndone()
  })

  it("undoes itself when Stripe refuses, and says so in Stripe's words", async () => {
    fault("decline", {
      error: { status: 402, code: "expired_card", message: "It expired." },
    })
    const { status, data } = await release()
    expect([status, data.code]).toEqual([422, "provider_declined"])
    expect(data.message).toContain("It expired.")
    const again = await release()
    expect([again.status, again.data.code]).toEqual([422, "provider_declined"])
    await expectUndone()
  })

  it("undoes itself when the payment was captured at Stripe meanwhile", async () => {
    const intent = String(order.payments[0]?.payment_intent)
    await shop.stripe.client.paymentIntents.capture(intent)
    const { status, data } = await release()
    expect([status, data.code]).toEqual([422, "provider_declined"])
    expect(data.message).toContain("it has already been captured")
    expect(await statusOf(order)).toBe("failed")
    expect(await books(order)).toMatchObject({
      ...UNTOUCHED,
      stripe: [["succeeded", 6541]],
    })
  })

  it("undoes itself in the job after a crash before the capture", async () => {
    jest
      .spyOn(shop.lab.service.releasePayments, "transition")
      .mockRejectedValueOnce(new Error("crashed"))
    jest
      .spyOn(shop.lab.service.releases, "end")
      .mockRejectedValueOnce(new Error("crashed, too"))
    expect((await release()).status).toBe(500)
    expect(await statusOf(order)).toBe("processing")
    await shop.lab.finish(order.id)
    await expectUndone()
  })

  it.each([
    "timeout_after_accept",
    "reset_after",
    "truncate_body",
    "500_saved",
  ] as const)(
    "is finished by reading back when the answer is lost: %s",
    async (effect) => {
      fault(effect)
      const { status, data } = await release()
      expect(status).toBe(202)
      expect(data.order_release.status).toBe("processing")
      for (const ask of [shop.lab.release, shop.lab.preview]) {
        const other = await ask(order.id, units(order), "another key")
        expect([other.status, other.data.code]).toEqual([
          409,
          "refund_in_progress",
        ])
      }
      // The preview of a refund says what the refund would say.
      const { create, preview } = shop.lab.refunds
      for (const ask of [create, preview]) {
        const refund = await ask(order.id, units(order))
        expect([
          refund.status,
          refund.data.code,
          refund.data.details?.order_release_id,
        ]).toEqual([409, "refund_in_progress", data.order_release.id])
      }
      shop.stripe.control.clearFaults()
      await shop.lab.finish(order.id)
      if (effect === "500_saved") {
        await expectUndone()
      } else {
        await expectReleased()
      }
    }
  )

  it("sends the same request again when Stripe never got it", async () => {
    fault("reset_before")
    expect((await release()).status).toBe(202)
    shop.stripe.control.clearFaults()
    await shop.lab.finish(order.id)
    await expectReleased()
    expect(new Set(captures().map((each) => each.idempotencyKey)).size).toBe(1)
  })

  it.each<[string, string, string, number?]>([
    ["the capture row", Modules.PAYMENT, "capturePayment"],
    ["the payment", Modules.PAYMENT, "retrievePaymentCollection"],
    ["the order edit", Modules.ORDER, "createOrderChange"],
    ["its confirmation", Modules.ORDER, "confirmOrderChange"],
    ["the reservations", Modules.INVENTORY, "updateReservationItems"],
  ])(
    "goes forward only once money is captured: a crash at %s",
    async (_, module, method, call = 1) => {
      failNext(module, method, call)
      const { status } = await release()
      expect(status).toBe(202)
      expect(await statusOf(order)).toBe("processing")
      expect((await books(order)).stripe).toEqual([["succeeded", 4559]])
      await shop.lab.finish(order.id)
      await expectReleased()
      await shop.lab.finish(order.id)
      await expectReleased()
    }
  )

  it.each([
    ["the order transaction", 1],
    ["the credit line", 2],
  ])(
    "goes forward only once money is captured: a crash at %s",
    async (_, call) => {
      failBooks(container(), "before", call)
      expect((await release()).status).toBe(202)
      jest.restoreAllMocks()
      expect(await statusOf(order)).toBe("processing")
      expect((await books(order)).stripe).toEqual([["succeeded", 4559]])
      await shop.lab.finish(order.id)
      await expectReleased()
    }
  )

  it("goes forward after a crash of our own records", async () => {
    jest
      .spyOn(shop.lab.service.releases, "end")
      .mockRejectedValueOnce(new Error("crashed"))
    expect((await release()).status).toBe(202)
    await shop.lab.finish(order.id)
    await expectReleased()
  })

  it("is finished by the job, after its minute of grace", async () => {
    fault("timeout_after_accept")
    await release()
    shop.stripe.control.clearFaults()
    await finishOrderReleasesJob(container())
    expect(await statusOf(order)).toBe("processing")
    const later = Date.now() + 120_000
    jest.spyOn(Date, "now").mockReturnValue(later)
    await finishOrderReleasesJob(container())
    jest.restoreAllMocks()
    await expectReleased()
  })

  it("stays half done where only a later payment refuses, and the order says what is missing", async () => {
    order = await buy({ amount: 50 }, { amount: 15.4143 })
    fault("decline", {
      path: `/v1/payment_intents/${order.payments[1]?.payment_intent}/cancel`,
      error: { status: 402, code: "card_declined", message: "No." },
    })
    const { status, data } = await release()
    expect(status).toBe(200)
    expect(data.order_release).toMatchObject({
      status: "partially_failed",
      payments: [
        { status: "succeeded" },
        { status: "failed", failure_reason: "No." },
      ],
    })
    expect(await books(order)).toMatchObject({
      pending: "0",
      captures: ["45.59"],
      stripe: [
        ["succeeded", 4559],
        ["requires_capture", 0],
      ],
    })
  })

  describe("of everything", () => {
    const all = () =>
      shop.lab.release(order.id, { items: "all", shipping: "all" }, "key")
    const expectVoided = async () => {
      expect(await statusOf(order)).toBe("succeeded")
      expect(await books(order)).toMatchObject({
        payment_status: "canceled",
        captures: [],
        stripe: [["canceled", 0]],
      })
      expect(await shop.store.reserved(itemOf(order))).toBe(0)
    }

    it("cancels nothing when Stripe refuses to void", async () => {
      fault("decline", {
        path: CANCEL,
        error: { status: 400, message: "Not now." },
      })
      const { status, data } = await all()
      expect([status, data.code]).toEqual([422, "provider_declined"])
      expect(data.message).toContain("Not now.")
      await expectUndone()
    })

    it("is finished by reading back when the answer is lost", async () => {
      fault("timeout_after_accept", { path: CANCEL })
      expect((await all()).status).toBe(202)
      shop.stripe.control.clearFaults()
      await shop.lab.finish(order.id)
      await expectVoided()
    })

    it.each([
      ["before it has its credit line", "addOrderAction"],
      ["before its credit line is confirmed", "confirmOrderChange"],
      ["when the order is about to be cancelled", "cancel"],
    ])(
      "is finished after a death inside Medusa's cancellation, %s",
      async (_, method) => {
        failNext(Modules.ORDER, method)
        // Nobody undoes anything after a death.
        for (const undone of [
          "deleteOrderChangeActions",
          "deleteOrderChanges",
          "undoLastChange",
        ]) {
          failNext(Modules.ORDER, undone)
        }
        expect((await all()).status).toBe(202)
        jest.restoreAllMocks()
        expect((await books(order)).stripe).toEqual([["canceled", 0]])
        // Nothing was ever captured: only our own record tells of this order.
        expect(await check(container())).toMatchObject([
          { code: "release_unfinished", repairable: true },
        ])
        const restore = onlyDate(Date.now() + 60_000)
        await shop.lab.finish(order.id).finally(restore)
        await expectVoided()
        expect((await books(order)).active_change).toBe(false)
        expect(await check(container())).toEqual([])
      }
    )

    it("is finished by the doctor, too", async () => {
      failNext(Modules.ORDER, "cancel")
      expect((await all()).status).toBe(202)
      const now = () => new Date()
      expect(await check(container(), { now })).toEqual([])
      const restore = onlyDate(Date.now() + 3_600_000)
      const repaired = await check(container(), { repair: true })
      restore()
      expect(repaired).toMatchObject([
        { code: "release_unfinished", repaired: true },
      ])
      await expectVoided()
    })

    it("goes forward only once the payment is void", async () => {
      failNext(Modules.ORDER, "cancel")
      expect((await all()).status).toBe(202)
      await shop.lab.finish(order.id)
      await expectVoided()
    })
  })
})
