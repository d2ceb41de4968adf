import { Modules } from "@medusajs/framework/utils"
import { notifyOfDueRequest } from "../../../src/workflows/common/feed-notifications"
import { storeTests } from "../../support/store-tests"

storeTests({
  testSuite: ({ getContainer }) => {
    describe("a request that is due soon", () => {
      it("is in the merchants' feed, once for each day", async () => {
        const request = {
          id: "refreq_1",
          order_id: "order_1",
          order_display_id: 12,
          due: "3 December 2026",
        }
        for (const days_left of [1, 1, 0, -1]) {
          await notifyOfDueRequest(getContainer(), { ...request, days_left })
        }
        const feed = await getContainer()
          .resolve(Modules.NOTIFICATION)
          .listNotifications({ channel: "feed" }, { order: { id: "ASC" } })
        expect(feed.map(({ data }) => data?.title)).toEqual([
          "A request for order #12 is due in 1 day",
          "A request for order #12 is due today",
          "A request for order #12 is overdue",
        ])
      })
    })
  },
})
