import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { resolve } from "node:path"
import { REFUND_REQUESTS_MODULE } from "../../src/modules/refund-requests"
import * as models from "../../src/modules/refund-requests/models"
import type { RequestFilters } from "../../src/modules/refund-requests/records/request-filters"
import type { RefundRequestsModuleService } from "../../src/modules/refund-requests/service"

const DAY_MS = 24 * 60 * 60 * 1000

moduleIntegrationTestRunner<RefundRequestsModuleService>({
  moduleName: REFUND_REQUESTS_MODULE,
  resolve: resolve(__dirname, "../../src/modules/refund-requests"),
  moduleModels: Object.values(models),
  dbName: `refund-request-lists-${process.pid}`,
  testSuite: ({ service }) => {
    const make = async (id: string, dueInDays: number | null = null) => {
      const now = new Date()
      await service.requests.record(
        {
          id,
          kind: dueInDays === null ? "refund" : "withdrawal",
          order_id: `order_${id}`,
          order_number: "1",
          customer_id: null,
          email: "anna@example.com",
          name: null,
          locale: null,
          resolution: "refund",
          message: null,
          policy_version: null,
          policy_snapshot: null,
          received_at: now.toISOString(),
          due_at:
            dueInDays === null
              ? null
              : new Date(now.getTime() + dueInDays * DAY_MS).toISOString(),
          receipt: null,
          receipt_data: null,
          receipt_sha256: null,
          lines: [
            {
              item_id: "item",
              title: "Shirt",
              quantity: 1,
              refund_reason_id: null,
            },
          ],
          idempotency_key: null,
          request_hash: id,
          actor: "customer",
        },
        { allowed: { item: 1 }, most: { requests: 10, since: now } }
      )
    }
    const list = async (
      filters: RequestFilters = {},
      order?: Record<string, "ASC" | "DESC">,
      page = { take: 10, skip: 0 }
    ) => {
      const [found, count] = await service.requests.list(filters, page, order)
      return [found.map(({ id }) => id), count]
    }

    beforeEach(async () => {
      await make("b")
      await make("c", 9)
      await make("a", 2)
    })

    it("lists the newest first, page by page", async () => {
      expect(await list()).toEqual([["a", "c", "b"], 3])
      expect(await list({}, undefined, { take: 1, skip: 1 })).toEqual([
        ["c"],
        3,
      ])
    })

    it("lists what is due first, and last what never is", async () => {
      const order = { due_at: "ASC", display_id: "ASC" } as const
      expect(await list({}, order)).toEqual([["a", "c", "b"], 3])
    })

    it("keeps the states that were asked for in what is due soon", async () => {
      expect(await list({ due_in_days: 3 })).toEqual([["a"], 1])
      expect(await list({ due_in_days: 3, status: ["submitted"] })).toEqual([
        ["a"],
        1,
      ])
      expect(await list({ due_in_days: 3, status: ["needs_info"] })).toEqual([
        [],
        0,
      ])
      expect(await list({ due_in_days: 3, status: ["declined"] })).toEqual([
        [],
        0,
      ])
    })
  },
})
