import {
  itemWith,
  orderWith,
  settingsWith,
  usualPolicy,
} from "./__fixtures__/policy-case"
import { guardPolicyFunction, type ReadPolicy } from "./policy-function"
import { refundOptions } from "./refund-options"

const read: ReadPolicy = (written) =>
  typeof written === "object"
    ? { ok: true, policy: { ...usualPolicy, ...written } }
    : { ok: false, message: "no policy at all" }

const context = {
  order: orderWith({}, [{ item_id: "a" }, { item_id: "b" }]),
  now: new Date("2026-06-02T00:00:00Z"),
}
const ask = (written: () => unknown) =>
  guardPolicyFunction(written, read).decide({ ...context, item: itemWith() })

/** What a customer sees where the function is asked before a policy for all. */
const optionsBy = (written: Parameters<typeof guardPolicyFunction>[0]) =>
  refundOptions(
    {
      ...settingsWith(),
      policies: [guardPolicyFunction(written, read), usualPolicy],
    },
    context
  )

describe("a policy that is a function", () => {
  it("is asked item by item, and leaves to the next one what it does not know", () => {
    const { items } = optionsBy(({ item }) =>
      item.item_id === "a" ? { name: "special" } : null
    )
    expect(items.map(({ refund }) => refund.policy)).toEqual([
      "special",
      "14 days",
    ])
  })

  it("knows the order and the moment", () => {
    const { items } = optionsBy(({ order, now }) => ({
      name: `${order.id} ${now.toISOString()}`,
    }))
    expect(items[0]?.refund.policy).toBe("order_1 2026-06-02T00:00:00.000Z")
  })

  it("may answer with a policy whose conditions do not hold: it is passed over", () => {
    const { items } = optionsBy(() => ({ name: "swiss", countries: ["ch"] }))
    expect(items[0]?.refund.policy).toBe("14 days")
  })

  it.each([null, undefined])("may answer with nothing (%p)", (nothing) => {
    expect(ask(() => nothing)).toEqual({ ok: true, policy: null })
  })

  it("that throws blocks refunds by the policy, and is told to the log", () => {
    const { items, problems } = optionsBy(({ item }) => {
      if (item.item_id === "a") {
        throw new TypeError("no such group")
      }
      return null
    })
    expect(items[0]).toMatchObject({
      refund: { quantity: 0, policy: null, blocked: { code: "policy_failed" } },
      withdrawal: { quantity: 1 },
    })
    expect(items[1]?.refund).toMatchObject({ quantity: 1, blocked: null })
    expect(problems).toEqual([
      { item_id: "a", code: "policy_failed", message: "no such group" },
    ])
  })

  it("may throw what is no error", () => {
    const thrown: unknown = "out of order"
    const asked = ask(() => {
      throw thrown
    })
    expect(asked).toMatchObject({
      problem: { code: "policy_failed", message: "out of order" },
    })
  })

  it("that answers with something else is a value, too", () => {
    expect(ask(() => 30)).toEqual({
      ok: false,
      problem: {
        item_id: "mug",
        code: "policy_invalid",
        message: "no policy at all",
      },
    })
  })

  it("must answer at once: a promise is no policy, and its failure ends nothing", () => {
    const failing = Promise.reject(new Error("late"))
    failing.catch(() => undefined)
    const handled = jest.spyOn(failing, "catch")
    expect(ask(() => failing)).toMatchObject({
      ok: false,
      problem: {
        code: "policy_invalid",
        message: expect.stringContaining("promise"),
      },
    })
    expect(handled).toHaveBeenCalledTimes(1)
  })

  it("is named by its own text", () => {
    expect(guardPolicyFunction(() => null, read).source).toBe("()=>null")
  })
})
