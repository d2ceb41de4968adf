import fc from "fast-check"
import {
  moment,
  randomPolicyOrder,
  randomSettings,
} from "./__fixtures__/random-policy"
import { lessThanOrEqual, sum, toMinorUnits } from "../money"
import { allowedRequest } from "./allowed-request"
import type { PolicyItem, PolicyOrder } from "./policy-context"
import { refundOptions } from "./refund-options"
import { requestFees } from "./request-fees"

/** Hundreds of random shops and orders; a failing one is printed with its seed. */
const RUNS = { numRuns: 300 }
const KINDS = ["refund", "withdrawal"] as const

const at = (text: string) => new Date(text)

/** The same order, with a change of each item. */
const changed = (
  order: PolicyOrder,
  change: (item: PolicyItem) => Partial<PolicyItem>
): PolicyOrder => ({
  ...order,
  items: order.items.map((item) => ({ ...item, ...change(item) })),
})

const quantities = (...given: Parameters<typeof refundOptions>) =>
  refundOptions(...given).items.flatMap((item) =>
    KINDS.map((kind) => item[kind].quantity)
  )

/** That no unit more may be asked for than before. */
function expectNoMore(after: number[], before: number[]) {
  after.forEach((units, index) => {
    expect(units).toBeLessThanOrEqual(before[index] ?? -1)
  })
}

describe("refundOptions, over random shops and orders", () => {
  it("never allows more units than have money left, less what is asked for or comes back", () => {
    fc.assert(
      fc.property(randomSettings, randomPolicyOrder, moment, (...given) => {
        const [settings, order, now] = given
        const { items } = refundOptions(settings, { order, now: at(now) })
        items.forEach((item, index) => {
          const ordered = order.items[index]
          for (const kind of KINDS) {
            const spoken =
              (ordered?.in_return_quantity ?? 0) +
              (ordered?.requested_quantity ?? 0)
            const most = Math.min(
              ordered?.ordered_quantity ?? 0,
              ordered?.refundable_quantity ?? 0
            )
            expect(item[kind].quantity).toBeGreaterThanOrEqual(0)
            expect(item[kind].quantity).toBeLessThanOrEqual(
              Math.max(0, most - spoken)
            )
            expect(item[kind].blocked === null).toBe(item[kind].quantity > 0)
          }
        })
      }),
      RUNS
    )
  })

  it("never allows more at a later moment", () => {
    fc.assert(
      fc.property(
        randomSettings,
        randomPolicyOrder,
        moment,
        moment,
        (settings, order, one, other) => {
          const [earlier = one, later = other] = [one, other].sort()
          expectNoMore(
            quantities(settings, { order, now: at(later) }),
            quantities(settings, { order, now: at(earlier) })
          )
        }
      ),
      RUNS
    )
  })

  it("never allows more after another open request, return or refund", () => {
    fc.assert(
      fc.property(
        randomSettings,
        randomPolicyOrder,
        moment,
        fc.integer({ min: 1, max: 3 }),
        (settings, order, now, units) => {
          const before = quantities(settings, { order, now: at(now) })
          for (const change of [
            (item: PolicyItem) => ({
              requested_quantity: item.requested_quantity + units,
            }),
            (item: PolicyItem) => ({
              in_return_quantity: item.in_return_quantity + units,
            }),
            (item: PolicyItem) => ({
              refundable_quantity: Math.max(
                0,
                item.refundable_quantity - units
              ),
            }),
          ]) {
            const after = { order: changed(order, change), now: at(now) }
            expectNoMore(quantities(settings, after), before)
          }
        }
      ),
      RUNS
    )
  })

  it("allows exactly until the moment before the deadline", () => {
    fc.assert(
      fc.property(randomSettings, randomPolicyOrder, moment, (...given) => {
        const [settings, order, now] = given
        const { items } = refundOptions(settings, { order, now: at(now) })
        items.forEach((item, index) => {
          for (const kind of KINDS) {
            const { deadline, quantity } = item[kind]
            if (deadline && quantity) {
              const unitsAt = (time: number) =>
                refundOptions(settings, { order, now: new Date(time) }).items[
                  index
                ]?.[kind].quantity
              expect(unitsAt(deadline.getTime() - 1)).toBe(quantity)
              expect(unitsAt(deadline.getTime())).toBe(0)
            }
          }
        })
      }),
      RUNS
    )
  })

  it("takes a request for what it allows, and none for one unit more", () => {
    fc.assert(
      fc.property(randomSettings, randomPolicyOrder, moment, (...given) => {
        const [settings, order, now] = given
        const options = refundOptions(settings, { order, now: at(now) })
        for (const { item_id, ...item } of options.items) {
          for (const kind of KINDS) {
            const { quantity } = item[kind]
            const ask = (units: number) =>
              allowedRequest(options, [{ item_id, quantity: units }], kind).ok
            expect(ask(quantity)).toBe(quantity > 0)
            expect(ask(quantity + 1)).toBe(false)
          }
        }
      }),
      RUNS
    )
  })

  it("keeps no fee above a line, none in all above the refund, and only payable ones", () => {
    fc.assert(
      fc.property(
        randomSettings,
        randomPolicyOrder,
        moment,
        fc.array(fc.integer({ min: 0, max: 99999 }), {
          minLength: 4,
          maxLength: 4,
        }),
        (settings, order, now, units) => {
          const options = refundOptions(settings, { order, now: at(now) })
          const lines = options.items.map(({ item_id }, index) => ({
            item_id,
            amount: String(units[index] ?? 0),
          }))
          const fees = requestFees(options, lines, "refund")
          fees.lines.forEach(({ restocking_fee }, index) => {
            expect(
              lessThanOrEqual(restocking_fee, lines[index]?.amount ?? "0")
            ).toBe(true)
            expect(
              toMinorUnits(restocking_fee, order.currency_code)
            ).toBeGreaterThanOrEqual(0n)
          })
          const refunded = sum(...lines.map(({ amount }) => amount))
          expect(lessThanOrEqual(fees.total, refunded)).toBe(true)
          expect(toMinorUnits(fees.total, order.currency_code)).toBe(
            toMinorUnits(fees.return_fee, order.currency_code) +
              toMinorUnits(fees.restocking_fee, order.currency_code)
          )
        }
      ),
      RUNS
    )
  })
})
