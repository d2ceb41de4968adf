import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { resolve } from "node:path"
import { REFUNDS_MODULE } from "../../src/modules/refunds"
import * as models from "../../src/modules/refunds/models"
import type { RefundFilters } from "../../src/modules/refunds/records/refund-filters"
import type { RefundsModuleService } from "../../src/modules/refunds/service"
import { reservation } from "./support/records"

moduleIntegrationTestRunner<RefundsModuleService>({
  moduleName: REFUNDS_MODULE,
  resolve: resolve(__dirname, "../../src/modules/refunds"),
  moduleModels: Object.values(models),
  dbName: `refunds-lists-${process.pid}`,
  testSuite: ({ service }) => {
    /** One after the other, numbered from 1, each of an order of its own. */
    const make = async (
      refunds: Record<string, { note?: string; stripe_refund_id?: string }>
    ) => {
      for (const [id, { note, stripe_refund_id }] of Object.entries(refunds)) {
        const { order_refund, ...rest } = reservation(id)
        await service.grants.reserve(0, {
          ...rest,
          order_refund: {
            ...order_refund,
            order_id: `order_${id}`,
            order_display_id: 1000 + Object.keys(refunds).indexOf(id),
            note: note ?? null,
          },
        })
        if (stripe_refund_id) {
          await service.updateRefundTransactions([
            { id: `reftrx_${id}`, stripe_refund_id },
          ])
        }
      }
    }
    const page = { take: 10, skip: 0, by: "display_id", descending: false }
    const find = async (filters: RefundFilters, of: object = {}) =>
      (
        await service.orderRefunds.list(filters, { ...page, ...of } as never)
      ).map(({ id }) => id.replace("orref_", ""))

    describe("what people type", () => {
      beforeEach(() =>
        make({
          a: { note: "The parcel arrived BROKEN, 100% of it" },
          b: { note: "Broke the handle on arrival", stripe_refund_id: "re_b" },
          c: { note: "Zu spät geliefert (Straße gesperrt)" },
          d: {},
        })
      )

      const expectFound = async (expected: Record<string, string[]>) => {
        const found: typeof expected = {}
        for (const q of Object.keys(expected)) {
          found[q] = await find({ q })
          expect([q, await service.orderRefunds.count({ q })]).toEqual([
            q,
            found[q].length,
          ])
        }
        expect(found).toEqual(expected)
      }

      it("is looked for as an id or a number, which has to be whole", () =>
        expectFound({
          orref_b: ["b"],
          order_c: ["c"],
          re_b: ["b"],
          "#2": ["b"],
          "1003": ["d"],
          orref_: [],
          "100300000000": [],
        }))

      it("is looked for in the notes, word by word; the last one may go on", () =>
        expectFound({
          broken: ["a"],
          brok: ["a", "b"],
          "arrived parcel": ["a"],
          "arrived mug": [],
          roken: [],
          "100%": ["a"],
          straße: ["c"],
        }))

      it("is no word where it has no letter or digit, and no language of a search", () =>
        expectFound({ "%": [], "'": [], "broken | geliefert": [], ":*": [] }))

      it("is nothing where it is blank", async () => {
        expect(await find({ q: "  " })).toEqual(["a", "b", "c", "d"])
      })

      it("has to fit besides what else is asked for", async () => {
        expect(await find({ q: "brok", order_id: ["order_b"] })).toEqual(["b"])
      })
    })

    describe("a list of refunds", () => {
      beforeEach(() => make({ a: {}, b: {}, c: {}, d: {}, e: {} }))

      it("goes on after a number, in both directions, to its end", async () => {
        for (const [descending, ids] of [
          [false, "abcde"],
          [true, "edcba"],
        ] as const) {
          let seen = ""
          let last: number | undefined
          for (;;) {
            const range = descending ? { $lt: last } : { $gt: last }
            const found = await service.orderRefunds.list(
              last === undefined ? {} : { display_id: range },
              { take: 2, skip: 0, by: "display_id", descending }
            )
            seen += found.map(({ id }) => id.replace("orref_", "")).join("")
            last = found.at(-1)?.display_id
            if (found.length < 2) {
              break
            }
          }
          expect(seen).toBe(ids)
        }
      })

      it("has its bounds in or out, as they say", async () => {
        const numbers = (range: object) => find({ display_id: range })
        expect(await numbers({ $gt: 2, $lt: 4 })).toEqual(["c"])
        expect(await numbers({ $gte: 2, $lte: 4 })).toEqual(["b", "c", "d"])
        expect(
          await find({ created_at: { $gt: "2100-01-01T00:00:00.000Z" } })
        ).toEqual([])
      })

      it("skips what is asked for, and counts all the same", async () => {
        expect(await find({}, { take: 2, skip: 3 })).toEqual(["d", "e"])
        expect(await service.orderRefunds.count({})).toBe(5)
      })

      it("keeps one order of what is alike", async () => {
        const order = await find({}, { by: "status", descending: true })
        expect(order).toEqual([..."edcba"])
        expect(await find({}, { by: "status", skip: 1 })).toEqual([..."bcde"])
      })

      it("has every refund with its lines and movements of money", async () => {
        const [refund] = await service.orderRefunds.list({}, page as never)
        expect(refund).toEqual(
          await service.orderRefunds.find({ id: "orref_a" })
        )
        expect(refund?.transactions).toHaveLength(1)
      })
    })
  },
})
