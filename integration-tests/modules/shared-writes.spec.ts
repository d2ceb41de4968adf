import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { resolve } from "node:path"
import { REFUNDS_MODULE } from "../../src/modules/refunds"
import { managerOf } from "../../src/modules/refunds/database"
import * as models from "../../src/modules/refunds/models"
import type { RefundsModuleService } from "../../src/modules/refunds/service"
import { reservation } from "./support/records"

const audit = { actor: "test", action: "test" }
const ORDERS = ["a", "b", "c", "d", "e", "f", "g", "h"]

/** Each its own order; what is asked for at one moment is written in one transaction. */
moduleIntegrationTestRunner<RefundsModuleService>({
  moduleName: REFUNDS_MODULE,
  resolve: resolve(__dirname, "../../src/modules/refunds"),
  moduleModels: Object.values(models),
  dbName: `shared-writes-${process.pid}`,
  testSuite: ({ service }) => {
    const reserve = (name: string) =>
      service.grants.reserve(0, reservation(name, `order_${name}`))
    const move = (
      name: string,
      from: "reserved" | "submitting",
      to: "submitting" | "succeeded" | "failed"
    ) =>
      service.transactions.transition({
        transaction_id: `reftrx_${name}`,
        from: [from],
        to,
        audit,
      })
    const find = (name: string) =>
      service.orderRefunds.find({ id: `orref_${name}` })
    const trail = async (name: string) =>
      (await service.audit.read({ order_refund_id: `orref_${name}` })).map(
        ({ from_status, to_status }) => [from_status, to_status]
      )

    /** Somebody else holds a refund as long as something is done. */
    const whileHeld = (name: string, act: () => Promise<void>) =>
      service.inTransaction(async (context) => {
        await managerOf(context).execute(
          "SELECT id FROM refunds_order_refund WHERE id = ? FOR UPDATE",
          [`orref_${name}`]
        )
        await act()
      })

    it("writes each of many refunds as if it were alone", async () => {
      expect(await Promise.all(ORDERS.map(reserve))).toEqual(
        ORDERS.map(() => true)
      )
      const sent = await Promise.all(
        ORDERS.map((name) => move(name, "reserved", "submitting"))
      )
      expect(sent.every(({ changed }) => changed)).toBe(true)
      await Promise.all(
        ORDERS.map((name, index) =>
          move(name, "submitting", index % 2 ? "failed" : "succeeded")
        )
      )
      for (const [index, name] of ORDERS.entries()) {
        const to = index % 2 ? "failed" : "succeeded"
        const refund = await find(name)
        expect(refund?.status).toBe(to)
        expect(refund?.transactions.map(({ status }) => status)).toEqual([to])
        expect(await trail(name)).toEqual([
          [null, "processing"],
          ["reserved", "submitting"],
          ["submitting", to],
        ])
        const { version } = await service.orderRefunds.readOrderRecords(
          `order_${name}`
        )
        // What a failed refund claimed is free: plans made before are too old.
        expect(version).toBe(index % 2 ? 2 : 1)
      }
    })

    it("refuses one whose order has changed, and reserves the others", async () => {
      await service.grants.reserve(0, reservation("z", "order_b"))
      expect(await Promise.all(["a", "b", "c"].map(reserve))).toEqual([
        true,
        false,
        true,
      ])
      expect(await find("b")).toBeNull()
    })

    it("fails one that cannot be written, and writes the others", async () => {
      await Promise.all(["a", "b", "c"].map(reserve))
      const results = await Promise.allSettled([
        move("a", "reserved", "submitting"),
        move("b", "reserved", "succeeded"),
        move("unknown", "reserved", "submitting"),
        move("c", "reserved", "submitting"),
      ])
      expect(results).toMatchObject([
        { value: { changed: true } },
        { reason: { message: expect.stringContaining("cannot go from") } },
        { reason: { message: expect.stringContaining("does not exist") } },
        { value: { changed: true } },
      ])
      expect((await find("b"))?.transactions[0]?.status).toBe("reserved")
    })

    it("lets nobody wait for a refund that somebody else holds", async () => {
      await Promise.all(ORDERS.map(reserve))
      let held = Promise.resolve<unknown>(undefined)
      let moved = false
      await whileHeld("d", async () => {
        held = move("d", "reserved", "submitting").then(() => {
          moved = true
        })
        const others = ORDERS.filter((name) => name !== "d")
        const sent = await Promise.all(
          others.map((name) => move(name, "reserved", "submitting"))
        )
        expect(sent.every(({ changed }) => changed)).toBe(true)
        expect(moved).toBe(false)
      })
      await held
      expect((await find("d"))?.transactions[0]?.status).toBe("submitting")
    })

    it("gives the right to write the books of an order to one of many", async () => {
      const taken = await Promise.all(
        ["one", "two", "three"].map((owner_id) =>
          service.books.take({ order_id: "order_a", owner_id, seconds: 30 })
        )
      )
      expect(taken.filter(Boolean)).toHaveLength(1)
      const other = { order_id: "order_b", owner_id: "one" }
      expect(await service.books.take({ ...other, seconds: 30 })).toBe(true)
      await service.books.giveBack({ ...other, owner_id: "somebody else" })
      expect(await service.books.take({ ...other, seconds: 30 })).toBe(false)
      await service.books.giveBack(other)
      expect(await service.books.take({ ...other, seconds: 30 })).toBe(true)
    })

    it("notes the books of each, and not those that news has overtaken", async () => {
      await Promise.all(["a", "b", "c"].map(reserve))
      const mark = (name: string, status: "reserved" | "submitting") =>
        service.books.markBooked({
          order_refund_id: `orref_${name}`,
          booked: [`reftrx_${name}`],
          unbooked: [],
          seen: [{ id: `reftrx_${name}`, status }],
          complete: true,
          audit,
        })
      await Promise.all([
        mark("a", "reserved"),
        mark("b", "submitting"),
        mark("c", "reserved"),
      ])
      const booked = await Promise.all(
        ["a", "b", "c"].map(async (name) => (await find(name))?.booked_at)
      )
      expect(booked).toEqual([expect.any(String), null, expect.any(String)])
    })
  },
})
