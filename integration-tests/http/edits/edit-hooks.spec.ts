/**
 * Medusa takes one handler for a hook, for all modules of a process.
 *
 * @jest-environment node
 */
import { MedusaError } from "@medusajs/framework/utils"
import {
  editOrderWorkflow,
  planOrderEditWorkflow,
} from "../../../src/workflows"
import { storeTests } from "../../support/store-tests"
import { startTestStripe, type TestStripe } from "../../support/test-stripe"
import { openEditShop, to, type EditShop } from "./support/edit-shop"
import { traces } from "./support/traces"

/** A store's rules. Medusa takes one handler for a hook, for the whole process. */
const rules: {
  validate?: (kind: string, data: unknown) => void
  reserved?: () => void
  completed?: (orderEditId: string) => void
} = {}

planOrderEditWorkflow.hooks.validate(({ preview, additional_data }) =>
  rules.validate?.(preview.settlement.kind, additional_data)
)
editOrderWorkflow.hooks.reserved(() => rules.reserved?.())
editOrderWorkflow.hooks.completed(({ order_edit_id }) =>
  rules.completed?.(order_edit_id)
)

let stripe: TestStripe
beforeAll(async () => {
  stripe = await startTestStripe()
})
afterAll(() => stripe.close())

storeTests({
  testSuite: ({ api, getContainer }) => {
    describe("the hooks of a store around an edit", () => {
      let shop: EditShop

      beforeEach(async () => {
        shop = await openEditShop(api, getContainer(), stripe)
      })
      afterEach(() => {
        delete rules.validate
        delete rules.reserved
        delete rules.completed
      })

      it("refuse an edit that would charge, in the preview too: nothing is left of it", async () => {
        const order = await shop.buy({ customer: { card: "pm_card_visa" } })
        const heard: unknown[] = []
        rules.validate = (kind, data) => {
          heard.push(data)
          if (kind === "charge") {
            throw new MedusaError(
              MedusaError.Types.NOT_ALLOWED,
              "Send a link instead."
            )
          }
        }
        const before = await traces(getContainer())
        const body = { ...shop.mugs(2), additional_data: { ticket: 7 } }
        for (const { status, data } of [
          await shop.edits.preview(order.id, body),
          await shop.edits.edit(order.id, body),
        ]) {
          expect([status, data.message]).toEqual([400, "Send a link instead."])
        }
        expect(heard).toEqual([{ ticket: 7 }, { ticket: 7 }])
        expect(await traces(getContainer())).toEqual(before)
        // The lock is free, and an edit that does not charge goes on.
        const cheaper = await shop.edits.edit(order.id, to(order, 2))
        expect(cheaper.status).toBe(200)
      })

      it("undo an edit whose goods are reserved: shelf and order are as before", async () => {
        const order = await shop.buy()
        const shelf = await shop.store.shelf(shop.mug)
        rules.reserved = () => {
          throw new MedusaError(MedusaError.Types.NOT_ALLOWED, "Not today.")
        }
        const body = { ...shop.mugs(2), settle: "link" }
        const { status, data } = await shop.edits.edit(order.id, body)
        expect([status, data.message]).toEqual([400, "Not today."])
        expect(await shop.store.shelf(shop.mug)).toEqual(shelf)
        await shop.expectBooks(order, {
          pending_difference: "0",
          active_change: false,
        })
        delete rules.reserved
        expect((await shop.edits.edit(order.id, body)).status).toBe(200)
      })

      it("hear of an edit that is done, once for a key", async () => {
        const order = await shop.buy()
        const heard: string[] = []
        rules.completed = (id) => void heard.push(id)
        const run = () =>
          editOrderWorkflow(getContainer()).run({
            input: {
              order_id: order.id,
              request: {
                ...to(order, 2),
                additions: [],
                discounts: "keep",
                settle: "auto",
                payment_method_id: null,
              },
              idempotency_key: `edit of ${order.id}`,
            },
          })
        const first = await run()
        const second = await run()
        expect(second.result).toEqual(first.result)
        expect(heard).toEqual([first.result.order_edit_id])
        await shop.expectBooks(order, { stripe_minor: 1982 })
      })
    })
  },
})
