import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { resolve } from "node:path"
import { REFUNDS_MODULE } from "../../src/modules/refunds"
import * as models from "../../src/modules/refunds/models"
import type { RefundsModuleService } from "../../src/modules/refunds/service"
import { chargingEdit, release, reservation } from "./support/records"

const audit = { actor: "test", action: "test" }

moduleIntegrationTestRunner<RefundsModuleService>({
  moduleName: REFUNDS_MODULE,
  resolve: resolve(__dirname, "../../src/modules/refunds"),
  moduleModels: Object.values(models),
  dbName: `refunds-module-${process.pid}`,
  testSuite: ({ service }) => {
    describe("a reservation", () => {
      it("is made once for a version of the order's records", async () => {
        expect(await service.grants.reserve(0, reservation("a"))).toBe(true)
        expect(await service.grants.reserve(0, reservation("b"))).toBe(false)
        const { version, order_refunds } =
          await service.orderRefunds.readOrderRecords("order_1")
        expect(version).toBe(1)
        expect(order_refunds.map(({ id }) => id)).toEqual(["orref_a"])
        expect(await service.grants.reserve(1, reservation("b"))).toBe(true)
      })

      it("is made by one of many that ask at once", async () => {
        const made = await Promise.all(
          ["a", "b", "c", "d", "e", "f"].map((id) =>
            service.grants.reserve(0, reservation(id))
          )
        )
        expect(made.filter(Boolean)).toHaveLength(1)
      })

      it("keeps amounts to the last digit", async () => {
        const exact = reservation("a")
        exact.order_refund.amount = "12345678901234567890.123"
        await service.grants.reserve(0, exact)
        const refund = await service.orderRefunds.find({ id: "orref_a" })
        expect(refund?.amount).toBe("12345678901234567890.123")
      })

      it("cannot be released once money may have moved", async () => {
        await service.grants.reserve(0, reservation("a"))
        await service.transactions.transition({
          transaction_id: "reftrx_a",
          from: ["reserved"],
          to: "submitting",
          audit,
        })
        expect(await service.grants.revoke("orref_a", audit)).toBe(false)
        const refund = await service.orderRefunds.find({ id: "orref_a" })
        expect(refund?.revoked_at).toBeNull()
      })
    })

    describe("the tag of what a customer is told", () => {
      const read = (known = "", version = "1.0.0", orderId = "order_1") =>
        service.customerRefunds.read(orderId, { version, known })

      beforeEach(async () => {
        await service.grants.reserve(0, reservation("a"))
      })

      it("is the same until something changes, and is another one then", async () => {
        const { tag } = await read()
        expect((await read()).tag).toBe(tag)
        await service.transactions.transition({
          transaction_id: "reftrx_a",
          from: ["reserved"],
          to: "submitting",
          audit,
        })
        expect((await read()).tag).not.toBe(tag)
      })

      it("lets the rows be left away where the caller knows it", async () => {
        const { tag, refunds } = await read()
        expect(refunds).toMatchObject([{ id: "orref_a", amount: "12.34" }])
        expect(await read(`W/"older", W/"${tag}"`)).toEqual({
          tag,
          refunds: null,
        })
        expect((await read(tag.slice(1))).refunds).toEqual(refunds)
      })

      it("is another one in another version of the plugin", async () => {
        const { tag } = await read()
        const next = await read(tag, "1.0.1")
        expect(next.tag).not.toBe(tag)
        expect(next.refunds).toHaveLength(1)
      })

      it("lists the refunds of orders in pages, newest first, and counts all", async () => {
        for (const [id, order_id] of [
          ["b", "order_2"],
          ["c", 'order"3'],
          ["d", "order_4"],
        ] as const) {
          await service.grants.reserve(0, reservation(id, order_id))
        }
        const list = async (orders: string[], limit = 20, offset = 0) => {
          const { refunds, count } = await service.customerRefunds.list(
            orders,
            { limit, offset }
          )
          return [count, ...refunds.map(({ id }) => id)]
        }
        const mine = ["order_1", 'order"3', "order_2"]
        expect(await list(mine)).toEqual([3, "orref_c", "orref_b", "orref_a"])
        expect(await list(mine, 1, 1)).toEqual([3, "orref_b"])
        expect(await list(mine, 1, 3)).toEqual([3])
        expect(await list([])).toEqual([0])
      })

      it("does not see the refunds of other orders", async () => {
        const { tag } = await read()
        const other = reservation("b")
        other.order_refund.order_id = "order_2"
        await service.grants.reserve(0, other)
        expect((await read()).tag).toBe(tag)
        expect((await read("", "1.0.0", "order_3")).refunds).toEqual([])
      })
    })

    describe("a change of state", () => {
      beforeEach(() => service.grants.reserve(0, reservation("a")))

      it("is made from the expected state only", async () => {
        const { changed, transaction } = await service.transactions.transition({
          transaction_id: "reftrx_a",
          from: ["unknown"],
          to: "succeeded",
          audit,
        })
        expect([changed, transaction.status]).toEqual([false, "reserved"])
        expect(
          await service.audit.read({ order_refund_id: "orref_a" })
        ).toHaveLength(1)
      })

      it("is refused where the rules of the states forbid it", async () => {
        await expect(
          service.transactions.transition({
            transaction_id: "reftrx_a",
            from: ["reserved"],
            to: "succeeded",
            audit,
          })
        ).rejects.toThrow("cannot go from reserved to succeeded")
      })

      it("that brings a bank reference and nothing else leaves written books as they are", async () => {
        const to = (
          status: "submitting" | "succeeded",
          from: "reserved" | "submitting" | "succeeded",
          patch = {}
        ) =>
          service.transactions.transition({
            transaction_id: "reftrx_a",
            from: [from],
            to: status,
            patch,
            audit,
          })
        await to("submitting", "reserved")
        await to("succeeded", "submitting")
        const booked = async () =>
          (await service.orderRefunds.find({ id: "orref_a" }))?.booked_at
        expect(await booked()).toBeNull()
        await service.books.markBooked({
          order_refund_id: "orref_a",
          booked: ["reftrx_a"],
          unbooked: [],
          seen: [{ id: "reftrx_a", status: "succeeded" }],
          complete: true,
          audit,
        })
        const { transaction } = await to("succeeded", "succeeded", {
          reference: "74537604221222132710572",
        })
        expect(transaction.reference).toBe("74537604221222132710572")
        expect(await booked()).toEqual(expect.any(String))
      })

      it("happens once when two ask at the same time", async () => {
        const submit = () =>
          service.transactions.transition({
            transaction_id: "reftrx_a",
            from: ["reserved"],
            to: "submitting",
            audit,
          })
        const answers = await Promise.all([submit(), submit(), submit()])
        expect(answers.filter(({ changed }) => changed)).toHaveLength(1)
      })
    })

    describe("a change of a capture's state", () => {
      beforeEach(async () => {
        await service.releases.reserve(0, release(), "user:user_1")
      })
      const move = (
        from: "reserved" | "submitting" | "succeeded",
        to: "submitting" | "succeeded" | "failed"
      ) =>
        service.releasePayments.transition({
          release_payment_id: "relpay_a",
          from: [from],
          to,
          audit,
        })

      it("is refused where the rules of the states forbid it", async () => {
        await expect(move("reserved", "succeeded")).rejects.toThrow(
          "relpay_a to capture cannot go from reserved to succeeded"
        )
        await move("reserved", "submitting")
        await move("submitting", "succeeded")
        await expect(move("succeeded", "failed")).rejects.toThrow(
          "cannot go from succeeded to failed"
        )
      })

      it("is in the trail, and so is what was never sent", async () => {
        await service.releases.end("ordrel_a", {
          status: "failed",
          booked: false,
          audit: { actor: "test", action: "undone" },
        })
        const trail = await service.audit.read({ order_release_id: "ordrel_a" })
        expect(
          trail.map(({ action, request_id, to_status }) => [
            action,
            request_id,
            to_status,
          ])
        ).toEqual([
          ["reserved", null, "processing"],
          ["never_sent", "relpay_a", "undone"],
          ["undone", null, "failed"],
        ])
      })
    })

    describe("a change of a charge's state", () => {
      beforeEach(() => service.edits.record(chargingEdit()))
      const move = (
        from: "reserved" | "submitting" | "succeeded",
        to: "submitting" | "succeeded" | "failed"
      ) => service.edits.moveCharge("oredit_a", { from: [from], to, audit })
      const charge = async () =>
        (await service.edits.find({ id: "oredit_a" }))?.settlement.charge

      it("is made from the expected state only, and once", async () => {
        expect(await move("submitting", "succeeded")).toBe("reserved")
        const both = [
          move("reserved", "submitting"),
          move("reserved", "submitting"),
        ]
        expect(await Promise.all(both)).toEqual(["submitting", "submitting"])
        expect((await charge())?.status).toBe("submitting")
        expect(
          await service.audit.read({ order_edit_id: "oredit_a" })
        ).toMatchObject([{ from_status: "reserved", to_status: "submitting" }])
      })

      it("is refused where the rules of the states forbid it", async () => {
        await expect(move("reserved", "succeeded")).rejects.toThrow(
          "pi_1 to charge cannot go from reserved to succeeded"
        )
        await move("reserved", "submitting")
        await move("submitting", "succeeded")
        await expect(move("succeeded", "failed")).rejects.toThrow(
          "cannot go from succeeded to failed"
        )
      })
    })
  },
})
