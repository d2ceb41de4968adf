import fc from "fast-check"
import {
  afterRefund,
  randomOrder,
  randomRequest,
} from "../__fixtures__/random-order"
import { currencyOf } from "../money/currency"
import { decimal } from "../money/exact-decimal"
import { roundToPayable } from "../money/money"
import { lineBalances } from "./line-balance"
import { taxOf } from "./line-taxes"
import { planRefund } from "./plan-refund"
import type { ItemLine, OrderSnapshot, RefundPlan } from "./plan-types"

const EVERYTHING = { items: "all", shipping: "all" } as const

const sum = (order: OrderSnapshot, amounts: string[]): bigint =>
  amounts.reduce(
    (total, amount) =>
      total + roundToPayable(decimal(amount), currencyOf(order.currency_code)),
    0n
  )
const captured = (order: OrderSnapshot) =>
  sum(
    order,
    order.payments.map((payment) => payment.captured)
  )

/** Carries out what is possible of the requests, then everything that is left. */
function refundAll(order: OrderSnapshot, requests: object[]) {
  const plans: RefundPlan[] = []
  let state = order
  for (const request of [...requests, EVERYTHING]) {
    const result = planRefund(state, request)
    if (result.ok) {
      plans.push(result.plan)
      state = afterRefund(state, result.plan)
    }
  }
  return { plans, state }
}

const orderAndRequests = randomOrder.chain((order) =>
  fc.tuple(fc.constant(order), fc.array(randomRequest(order), { maxLength: 8 }))
)
/** Thousands of random orders; a failing one is printed with its seed. */
const RUNS = { numRuns: 3000 }

describe("planRefund, over random orders", () => {
  it("gives everything back to exactly what was captured", () => {
    fc.assert(
      fc.property(randomOrder, (order) => {
        const result = planRefund(order, EVERYTHING)
        const amount = result.ok ? sum(order, [result.plan.amount]) : 0n
        expect(amount).toBe(captured(order))
      }),
      RUNS
    )
  })

  it("adds up to what was captured by any sequence of partial refunds", () => {
    fc.assert(
      fc.property(orderAndRequests, ([order, requests]) => {
        const { plans, state } = refundAll(order, requests)
        const refunded = sum(
          order,
          plans.map(({ amount }) => amount)
        )
        expect(refunded).toBe(captured(order))
        expect(planRefund(state, EVERYTHING)).toMatchObject({
          ok: false,
          error: {
            code: expect.stringMatching(
              /^(nothing_to_refund|order_not_captured)$/
            ),
          },
        })
      }),
      RUNS
    )
  })

  it("gives back the tax that every line was paid with, also of lines below zero", () => {
    fc.assert(
      fc.property(randomOrder, (order) => {
        const result = planRefund(order, EVERYTHING)
        const taxes = lineBalances(order, currencyOf(order.currency_code))
          .flatMap(({ figures, share }) => taxOf(figures.taxes, share))
          .reduce((total, tax) => total + tax, 0n)
        if (result.ok) {
          expect(sum(order, [result.plan.tax_total])).toBe(taxes)
        }
      }),
      RUNS
    )
  })

  it("leaves nothing of any line that the overview calls refundable", () => {
    fc.assert(
      fc.property(orderAndRequests, ([order, requests]) => {
        const { state, plans } = refundAll(order, requests)
        const left = lineBalances(state, currencyOf(order.currency_code))
        // Where lines below zero were used up before, the payments are empty.
        if (plans.at(-1)?.lines.some(({ kind }) => kind === "item")) {
          expect(
            left.reduce((rest, each) => rest + each.refundable_amount, 0n)
          ).toBe(0n)
        }
      }),
      RUNS
    )
  })

  it("is never negative, and never above what is left", () => {
    fc.assert(
      fc.property(orderAndRequests, ([order, requests]) => {
        for (const plan of refundAll(order, requests).plans) {
          expect(sum(order, [plan.amount])).toBeGreaterThan(0n)
          for (const line of plan.lines) {
            // A line below zero takes, up to zero: the same with another sign.
            const left = sum(order, [line.refundable_amount])
            const sign = left < 0n ? -1n : 1n
            const amount = sign * sum(order, [line.amount])
            expect(amount).toBeGreaterThanOrEqual(0n)
            expect(amount).toBeLessThanOrEqual(sign * left)
            for (const tax of line.tax_lines) {
              expect(sign * sum(order, [tax.amount])).toBeGreaterThanOrEqual(0n)
            }
          }
          for (const draw of plan.payments) {
            expect(sum(order, [draw.amount])).toBeLessThanOrEqual(
              sum(order, [draw.refundable_amount])
            )
          }
          const drawn = sum(
            order,
            plan.payments.map(({ amount }) => amount)
          )
          expect(drawn).toBe(sum(order, [plan.amount]))
        }
      }),
      RUNS
    )
  })

  it("does not depend on the order in which units are refunded", () => {
    const shuffled = randomOrder.chain((order) => {
      const units = order.items.flatMap(({ id, quantity }: ItemLine) =>
        Array.from({ length: quantity }, () => ({
          items: [{ item_id: id, quantity: 1 }],
        }))
      )
      const all = { minLength: units.length, maxLength: units.length }
      return fc.tuple(
        fc.constant(order),
        fc.shuffledSubarray(units, all),
        fc.shuffledSubarray(units, all)
      )
    })
    const perLine = (order: OrderSnapshot, requests: object[]) => {
      const { state } = refundAll(order, requests)
      return lineBalances(state, currencyOf(order.currency_code)).map(
        ({ line, refunded_amount, refunded_tax }) => ({
          id: line.id,
          refunded_amount,
          refunded_tax,
        })
      )
    }
    fc.assert(
      fc.property(shuffled, ([order, one, other]) => {
        // With a line below zero, the payments are empty before the last unit.
        fc.pre(
          lineBalances(order, currencyOf(order.currency_code)).every(
            ({ share }) => share >= 0n
          )
        )
        expect(perLine(order, one)).toEqual(perLine(order, other))
      }),
      { numRuns: 500 }
    )
  })

  it("closes every tax exactly", () => {
    fc.assert(
      fc.property(orderAndRequests, ([order, requests]) => {
        const { state } = refundAll(order, requests)
        for (const balance of lineBalances(
          state,
          currencyOf(order.currency_code)
        )) {
          if (balance.refunded_amount === balance.share) {
            expect(balance.refunded_tax).toEqual(
              taxOf(balance.figures.taxes, balance.share)
            )
          }
        }
      }),
      RUNS
    )
  })

  it("is pure: the preview and the refund are the same plan", () => {
    fc.assert(
      fc.property(orderAndRequests, ([order, requests]) => {
        const frozen = structuredClone(order)
        for (const request of requests) {
          expect(planRefund(order, request)).toEqual(planRefund(order, request))
        }
        expect(order).toEqual(frozen)
      }),
      { numRuns: 1000 }
    )
  })

  it("never throws for what a caller may send", () => {
    const anything = fc.anything({
      withBigInt: true,
      withDate: true,
      maxDepth: 2,
    })
    const hostile = fc.record(
      {
        items: fc.oneof(
          fc.constant("all"),
          fc.array(
            fc.record({
              item_id: fc.oneof(fc.constant("item_0"), fc.string()),
              quantity: fc.oneof(fc.double(), anything),
              amount: fc.oneof(fc.double(), fc.string(), anything),
            })
          )
        ),
        adjustment: fc.record({ amount: anything, description: fc.string() }),
        payments: fc.array(
          fc.record({ payment_id: fc.string(), amount: anything })
        ),
      },
      { requiredKeys: [] }
    )
    fc.assert(
      fc.property(randomOrder, hostile, (order, request) => {
        const result = planRefund(order, request as never)
        if (result.ok) {
          expect(sum(order, [result.plan.amount])).toBeLessThanOrEqual(
            captured(order)
          )
        }
      }),
      { numRuns: 2000 }
    )
  })
})
