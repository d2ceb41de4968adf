import {
  decimal,
  type OrderSnapshot,
  planRefund,
  refundableLines,
  type RefundRequest,
  toMinorUnits,
  unitsAt,
} from "../../src/domain"
import { largeOrder, withRefunds } from "./support/large-order"
import { median } from "./support/median"

/** Milliseconds of one call. */
export type PlannerTime = { median_ms: number; best_ms: number }

/** One plan; null where there is nothing to compare it with. */
export type PlannerMeasured = {
  name: string
  ours: PlannerTime
  dinero: PlannerTime | null
}

const WARM_UP = 100
const TIMES = 300

const EVERYTHING: RefundRequest = { items: "all" }

/**
 * What a plan costs, beside dinero.js that does nothing but share the same money
 * out: over the lines, and each line's part over its taxes.
 */
async function measurePlanner(): Promise<PlannerMeasured[]> {
  const order = largeOrder(200, 5)
  const refunded = withRefunds(order)
  const huge = largeOrder(1000, 5)
  const small = largeOrder(3, 1)
  return [
    measure("200 lines, 5 taxes, all of it", order, EVERYTHING, {
      dinero: await shareOut(order),
    }),
    measure("all of it, after 200 refunds", refunded, EVERYTHING),
    measure("200 lines, 5 taxes, one unit", order, oneUnit(order)),
    measure("one unit, after 200 refunds", refunded, oneUnit(refunded)),
    measure("1,000 lines, 5 taxes, all of it", huge, EVERYTHING, {
      dinero: await shareOut(huge),
    }),
    measure("3 lines, 1 tax, all of it", small, EVERYTHING, {
      dinero: await shareOut(small),
    }),
  ]
}

const oneUnit = (order: OrderSnapshot): RefundRequest => ({
  items: order.items.slice(-1).map(({ id }) => ({ item_id: id, quantity: 1 })),
})

async function shareOut(order: OrderSnapshot): Promise<() => unknown> {
  const { allocate, dinero } = await import("dinero.js")
  const { USD } = await import("dinero.js/currencies")
  const weights = refundableLines(order).map(({ refundable_amount }) =>
    Number(toMinorUnits(refundable_amount, order.currency_code))
  )
  const taxes = order.items.map(({ tax_lines }) =>
    tax_lines.map(({ rate }) => Number(unitsAt(decimal(rate), 3)))
  )
  const amount = weights.reduce((total, weight) => total + weight, 0)
  return () =>
    allocate(dinero({ amount, currency: USD }), weights).map((part, index) =>
      allocate(part, taxes[index] ?? [])
    )
}

/** In turns: what the machine is busy with besides hits both. */
function measure(
  name: string,
  order: OrderSnapshot,
  request: RefundRequest,
  { dinero }: { dinero?: () => unknown } = {}
): PlannerMeasured {
  const plan = () => {
    if (!planRefund(order, request).ok) {
      throw new Error(`${name}: this refund was refused`)
    }
  }
  const ours: number[] = []
  const theirs: number[] = []
  for (let time = 0; time < WARM_UP + TIMES; time++) {
    ours.push(milliseconds(plan))
    if (dinero) {
      theirs.push(milliseconds(dinero))
    }
  }
  return { name, ours: timeOf(ours), dinero: dinero ? timeOf(theirs) : null }
}

function milliseconds(act: () => unknown): number {
  const start = performance.now()
  act()
  return performance.now() - start
}

function timeOf(measured: number[]): PlannerTime {
  const warm = measured.slice(WARM_UP)
  return { median_ms: median(warm), best_ms: Math.min(...warm) }
}

void measurePlanner().then((measured) => {
  process.stdout.write(JSON.stringify(measured))
})
