import { Modules } from "@medusajs/framework/utils"
import {
  createWorkflow,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import settleOrderBooks from "../../../src/jobs/settle-order-books"
import { openReturn } from "../../../src/ledger"
import { REFUNDS_MODULE } from "../../../src/modules/refunds"
import type { RefundsModuleService } from "../../../src/modules/refunds/service"
import {
  createOrderRefundWorkflow,
  finishOrderRefundWorkflow,
  reserveOrderRefundStep,
  type CreateOrderRefundInput,
} from "../../../src/workflows"
import { missedOrders } from "../../../src/workflows/order-books/changed-orders"
import { moveGoods } from "../../../src/workflows/order-refund/move-goods"
import { anHourLater } from "../../support/an-hour-later"
import { withOtherTables } from "../../support/other-tables"
import { storeIsQuiet } from "../../support/store-is-quiet"
import { readUntil } from "../../support/until"
import { startTestStripe, type TestStripe } from "../../support/test-stripe"
import { storeTests } from "../../support/store-tests"
import { openGoodsStore, type GoodsStore } from "./support/goods-store"
import type { Story } from "./support/story"

let stripe: TestStripe
beforeAll(async () => {
  stripe = await startTestStripe()
})
afterAll(() => stripe.close())
afterEach(() => jest.restoreAllMocks())

/** The process ends right after: nothing is undone. */
const reserveOnly = createWorkflow(
  "reserve-and-die",
  (input: CreateOrderRefundInput) =>
    new WorkflowResponse(reserveOrderRefundStep(input))
)

storeTests({
  testSuite: ({ api, getContainer }) => {
    describe("when the process dies while goods move", () => {
      let store: GoodsStore
      beforeAll(async () => {
        store = await openGoodsStore(api, getContainer(), stripe)
      })
      beforeEach(() => stripe.control.reset())

      const service = () =>
        getContainer().resolve<RefundsModuleService>(REFUNDS_MODULE)
      const refundOf = async ({ order }: Story) => {
        const { order_refunds } = await service().orderRefunds.readOrderRecords(
          order.id
        )
        const [refund] = order_refunds
        if (!refund) {
          throw new Error("there is no refund")
        }
        return refund
      }
      /** Reserves the refund of one unit of each line, and dies. */
      const reserve = async (story: Story, ...restock: Restock[]) => {
        await reserveOnly(getContainer()).run({
          input: {
            order_id: story.order.id,
            request: {
              items: restock.map((each, index) => ({
                item_id: story.item(index),
                quantity: 1,
                restock: each,
              })),
            },
          },
        })
        return refundOf(story)
      }
      const finish = async (story: Story) => {
        const { id } = await refundOf(story)
        for (const _ of ["once", "again"]) {
          await finishOrderRefundWorkflow(getContainer()).run({
            input: { order_refund_id: id, order_id: story.order.id },
          })
        }
      }
      const dying = (module: string, ...methods: string[]) => {
        const target: object = getContainer().resolve(module)
        for (const method of methods) {
          jest
            .spyOn(target as Record<string, () => Promise<unknown>>, method)
            .mockRejectedValue(new Error("the process died"))
        }
      }
      const openChanges = ({ order }: Story) =>
        getContainer()
          .resolve(Modules.ORDER)
          .listOrderChanges({
            order_id: order.id,
            status: ["pending", "requested"],
          })

      it.each([
        ["cancel", 0, "shelf 10/4"],
        ["return", 4, "shelf 6/0"],
      ] as const)(
        "before a %s: the reservation is given back",
        async (restock, shipped, shelf) => {
          const story = await store.buy("mugs", shipped)
          await reserve(story, restock)
          await story.expect(
            `pending 0.00, captured, stripe 0.00, ${shelf}, owed 0.00, left 60.00`
          )
          await finish(story)
          await story.expect(
            `pending 0.00, captured, stripe 0.00, ${shelf}, owed 0.00, left 80.00`
          )
          await story.expectHealthy()
        }
      )

      it("before the change of a cancel was confirmed: it is cancelled, and the refund given back", async () => {
        const story = await store.buy("mugs")
        const refund = await reserve(story, "cancel")
        dying(Modules.ORDER, "confirmOrderChange", "cancelOrderChange")
        await expect(
          moveGoods(getContainer(), { refund, location_id: null })
        ).rejects.toThrow()
        jest.restoreAllMocks()
        expect(await openChanges(story)).toHaveLength(1)
        await finish(story)
        expect(await openChanges(story)).toEqual([])
        await story.expect(
          "pending 0.00, captured, stripe 0.00, shelf 10/4, owed 0.00, left 80.00"
        )
        await story.refund([{ quantity: 1, restock: "cancel" }])
        await story.expect(
          "pending 0.00, partially_refunded, stripe 20.00, shelf 10/3, owed 0.00, left 60.00"
        )
        await story.expectHealthy()
      })

      it.each(["createOrderChange_", "confirmOrderChange"])(
        "while a return is opened (%s): no part of it is left, and the refund is given back",
        async (method) => {
          const story = await store.buy("mugs", 4)
          const refund = await reserve(story, "return")
          dying(Modules.ORDER, method)
          await expect(
            moveGoods(getContainer(), { refund, location_id: null })
          ).rejects.toThrow("the process died")
          jest.restoreAllMocks()
          expect(await openChanges(story)).toEqual([])
          expect(await story.returns()).toEqual([])
          await finish(story)
          await story.expect(
            "pending 0.00, captured, stripe 0.00, shelf 6/0, owed 0.00, left 80.00"
          )
          await story.refund([{ quantity: 1, restock: "return" }])
          await story.expect(
            "pending 0.00, partially_refunded, stripe 20.00, shelf 6/0, owed 0.00, left 60.00"
          )
          expect(await story.returns()).toMatchObject([
            { status: "requested", items: [{ quantity: 1 }] },
          ])
          await story.expectHealthy()
        }
      )

      it("between the return and what Medusa is told of it: the refund goes on", async () => {
        const story = await store.buy("mugs", 4)
        dying(Modules.ORDER, "updateReturns")
        await story.refund([{ quantity: 1, restock: "return" }])
        jest.restoreAllMocks()
        await finish(story)
        await story.expect(
          "pending 0.00, partially_refunded, stripe 20.00, shelf 6/0, owed 0.00, left 60.00"
        )
        expect(await story.returns()).toHaveLength(1)
        await story.expectHealthy()
      })

      it.each([
        ["cancel", 0, "shelf 10/3"],
        ["return", 4, "shelf 6/0"],
      ] as const)(
        "after a %s, before Stripe was asked: the money is owed, and a retry pays it",
        async (restock, shipped, shelf) => {
          const story = await store.buy("mugs", shipped)
          const refund = await reserve(story, restock)
          await moveGoods(getContainer(), { refund, location_id: null })
          await finish(story)
          await story.expect(
            `pending -20.00, captured, stripe 0.00, ${shelf}, owed 0.00, failed 20.00, left 80.00`
          )
          await story.act("retry", refund.id)
          await story.expect(
            `pending 0.00, partially_refunded, stripe 20.00, ${shelf}, owed 0.00, left 60.00`
          )
          await story.expectHealthy()
        }
      )

      it("after the return, before the cancellation: the return is taken back, and nothing happened", async () => {
        const story = await store.buy("mugs and caps", [0, 2])
        const { id } = await reserve(story, "cancel", "return")
        const lines = { ...story.order, shipping_methods: [] }
        await openReturn(getContainer(), lines, {
          items: [{ item_id: story.item(1), quantity: 1 }],
          location_id: null,
          order_refund_id: id,
          created_by: null,
          no_notification: true,
        })
        await finish(story)
        await story.expect(
          "pending 0.00, captured, stripe 0.00, shelf 10/4 8/0, owed 0.00, left 140.00"
        )
        await story.expectHealthy()
      })

      it("after Stripe was asked: its answer is found, and it is asked once", async () => {
        const story = await store.buy("mugs")
        const { transactions } = service()
        const transition = transactions.transition.bind(transactions)
        jest
          .spyOn(transactions, "transition")
          .mockImplementation(async (change) => {
            if (change.audit.action === "gateway_accepted") {
              throw new Error("the process died")
            }
            return transition(change)
          })
        await expect(
          createOrderRefundWorkflow(getContainer()).run({
            input: {
              order_id: story.order.id,
              request: {
                items: [
                  { item_id: story.item(), quantity: 1, restock: "cancel" },
                ],
              },
            },
          })
        ).rejects.toMatchObject({ message: "the process died" })
        jest.restoreAllMocks()
        expect((await refundOf(story)).transactions).toMatchObject([
          { status: "submitting" },
        ])
        await finish(story)
        await story.expect(
          "pending 0.00, partially_refunded, stripe 20.00, shelf 10/3, owed 0.00, left 60.00"
        )
        await story.expectHealthy()
      })

      it("between the edit and the stock: what is not needed any more is freed later", async () => {
        const story = await store.buy("mugs")
        dying(Modules.INVENTORY, "listReservationItems")
        await story.refund([{ quantity: 1, restock: "cancel" }])
        jest.restoreAllMocks()
        await story.expect(
          "pending 0.00, partially_refunded, stripe 20.00, shelf 10/4, owed 0.00, left 60.00"
        )
        await finish(story)
        await story.expect(
          "pending 0.00, partially_refunded, stripe 20.00, shelf 10/3, owed 0.00, left 60.00"
        )
        await story.expectHealthy()
      })

      it("and the event of a native return is lost: the job settles it", async () => {
        const story = await store.buy("mugs", 4)
        await story.refund([{ quantity: 1 }])
        const lost = jest
          .spyOn(service().books, "listRefundedOrders")
          .mockResolvedValue([])
        await story.requestReturn(1)
        // Our own answers know better than Medusa's books.
        await story.expect(
          "pending -20.00, partially_refunded, stripe 20.00, shelf 6/0, owed 0.00, left 60.00"
        )
        expect(
          await readUntil(true, async () => lost.mock.calls.length > 0)
        ).toBe(true)
        jest.restoreAllMocks()
        const unsettled = async (container = getContainer()) =>
          (await missedOrders(container, new Date(0), new Date())).to_settle
        expect(await unsettled()).toEqual([story.order.id])
        expect(await unsettled(withOtherTables(getContainer()))).toEqual([
          story.order.id,
        ])
        for (const _ of ["once", "again"]) {
          await settleOrderBooks(getContainer())
          await story.expect(
            "pending 0.00, partially_refunded, stripe 20.00, shelf 6/0, owed 0.00, left 60.00"
          )
          expect(await unsettled()).toEqual([])
        }
        await story.expectHealthy()
      })

      it("and the event of a native return is lost, which has the version of a cancelled change of ours: the job settles it", async () => {
        const story = await store.buy("mugs", 4)
        await story.refund([{ quantity: 1 }])
        const orders = getContainer().resolve(Modules.ORDER)
        const [ours] = await orders.createOrderChange([
          {
            order_id: story.order.id,
            change_type: "edit",
            metadata: { order_refund_id: "orref_1" },
          },
        ])
        await orders.cancelOrderChange(String(ours?.id))
        const lost = jest
          .spyOn(service().books, "listRefundedOrders")
          .mockResolvedValue([])
        await story.requestReturn(1)
        expect(
          await readUntil(true, async () => lost.mock.calls.length > 0)
        ).toBe(true)
        jest.restoreAllMocks()
        await settleOrderBooks(getContainer())
        await story.expect(
          "pending 0.00, partially_refunded, stripe 20.00, shelf 6/0, owed 0.00, left 60.00"
        )
        await story.expectHealthy()
      })

      it("and a change that is open then is cancelled unheard: the job settles it", async () => {
        const story = await store.buy("mugs", 4)
        await story.refund([{ quantity: 1 }])
        const orders = getContainer().resolve(Modules.ORDER)
        const unheard = async (happens: () => Promise<unknown>) => {
          const lost = jest
            .spyOn(service().books, "listRefundedOrders")
            .mockResolvedValue([])
          await happens()
          await storeIsQuiet(getContainer())
          lost.mockRestore()
        }
        await unheard(() => story.requestReturn(1))
        const [change] = await orders.createOrderChange([
          { order_id: story.order.id, change_type: "edit" },
        ])
        await settleOrderBooks(getContainer())
        expect(await refundOf(story)).toMatchObject({ booked_at: null })
        await unheard(() => orders.cancelOrderChange(String(change?.id)))
        await anHourLater(getContainer())
        await story.expect(
          "pending 0.00, partially_refunded, stripe 20.00, shelf 6/0, owed 0.00, left 60.00"
        )
        expect(await refundOf(story)).not.toMatchObject({ booked_at: null })
        await story.expectHealthy()
      })
    })
  },
})

type Restock = "cancel" | "return"
