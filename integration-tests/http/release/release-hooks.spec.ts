/**
 * Medusa takes one handler for a hook, for all modules of a process.
 *
 * @jest-environment node
 */
import { MedusaError } from "@medusajs/framework/utils"
import { StepResponse } from "@medusajs/framework/workflows-sdk"
import type { ReleasePlan, ReleaseRequest } from "../../../src/domain"
import {
  createOrderReleaseWorkflow,
  planOrderReleaseWorkflow,
  type CreateOrderReleaseInput,
} from "../../../src/workflows"
import { describeReleases } from "./support/release-shop"

/** A store's rules. Medusa takes one handler for a hook, for the whole process. */
const rules: {
  planned?: (plan: ReleasePlan) => ReleaseRequest | undefined
  validate?: (plan: ReleasePlan, data: unknown) => void
  reserved?: () => void
  completed?: (orderReleaseId: string) => void
} = {}

planOrderReleaseWorkflow.hooks.planned(
  ({ plan }) => new StepResponse(rules.planned?.(plan))
)
planOrderReleaseWorkflow.hooks.validate(({ plan, additional_data }) => {
  rules.validate?.(plan, additional_data)
})
createOrderReleaseWorkflow.hooks.reserved(() => rules.reserved?.())
createOrderReleaseWorkflow.hooks.completed(({ order_release_id }) =>
  rules.completed?.(order_release_id)
)

describeReleases("the hooks of a store", (shop) => {
  const { books, buy, container, units } = shop

  afterEach(() => {
    delete rules.planned
    delete rules.validate
    delete rules.reserved
    delete rules.completed
  })

  it("refuse a release, in the preview too: nothing is written or sent", async () => {
    const order = await buy()
    const before = await books(order)
    const heard: unknown[] = []
    rules.validate = (_, data) => {
      heard.push(data)
      throw new MedusaError(MedusaError.Types.NOT_ALLOWED, "Ask the manager.")
    }
    const body = { ...units(order), additional_data: { ticket: 7 } }
    for (const ask of [shop.lab.preview, shop.lab.release]) {
      const { status, data } = await ask(order.id, body)
      expect([status, data.message]).toEqual([400, "Ask the manager."])
    }
    expect(heard).toEqual([{ ticket: 7 }, { ticket: 7 }])
    expect(await shop.lab.rows(order.id)).toEqual([])
    expect(await books(order)).toEqual(before)
  })

  it("release something else than was asked for, as the preview shows", async () => {
    const order = await buy()
    const [shipping] = order.shipping_methods
    rules.planned = () => ({
      shipping: [{ shipping_method_id: String(shipping?.id) }],
    })
    const preview = await shop.lab.preview(order.id, units(order))
    expect(preview.data.release_plan.released).toBe("5.95")
    const { status, data } = await shop.lab.release(order.id, {
      ...units(order),
      plan_hash: preview.data.release_plan.hash,
    })
    expect([status, data.order_release?.released]).toEqual([200, "5.95"])
    expect(await books(order)).toMatchObject({
      pending: "0",
      stripe: [["succeeded", 5946]],
    })
  })

  it("undo what was written down, before any provider is asked", async () => {
    const order = await buy()
    const before = await books(order)
    rules.reserved = () => {
      throw new MedusaError(MedusaError.Types.NOT_ALLOWED, "Not today.")
    }
    const { status, data } = await shop.lab.release(order.id, units(order))
    expect([status, data.message]).toEqual([400, "Not today."])
    expect(await books(order)).toEqual(before)
    delete rules.reserved
    const again = await shop.lab.release(order.id, units(order))
    expect(again.status).toBe(200)
  })

  it("hear of a release that is done, once for a key", async () => {
    const order = await buy()
    const heard: string[] = []
    rules.completed = (id) => void heard.push(id)
    const input: CreateOrderReleaseInput = {
      order_id: order.id,
      request: units(order),
      idempotency_key: `release of ${order.id}`,
    }
    const run = () => createOrderReleaseWorkflow(container()).run({ input })
    const first = await run()
    const second = await run()
    expect(second.result).toEqual({ ...first.result, replayed: true })
    expect(heard).toEqual([first.result.order_release_id])
  })
})
