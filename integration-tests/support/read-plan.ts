import type { LargeStore, Plan } from "./large-store"

/** What a statement reads of the tables of a store that are large. */
export type Reading = {
  /** `Index Scan refunds_order_refund by IDX_..., 20 rows` */
  steps: string[]
  /** Tables that it reads from the first row to the last. */
  scanned: string[]
  /** Rows that it looks at, whether it needs them or not. */
  rows: number
  ms: number
}

/** Sums up how PostgreSQL carries a statement out. */
export function readPlan(plan: Plan, { isLarge }: LargeStore): Reading {
  const steps = stepsOf(plan).filter((step) =>
    isLarge(step["Relation Name"] ?? "")
  )
  return {
    steps: steps.map((step) =>
      [
        step["Node Type"],
        step["Relation Name"],
        ...(step["Index Name"] ? [`by ${step["Index Name"]}`] : []),
        `${rowsOf(step)} rows`,
      ].join(" ")
    ),
    scanned: steps.flatMap((step) =>
      step["Node Type"] === "Seq Scan" ? (step["Relation Name"] ?? []) : []
    ),
    rows: steps.reduce((sum, step) => sum + rowsOf(step), 0),
    ms: plan["Actual Total Time"],
  }
}

const stepsOf = (plan: Plan): Plan[] => [
  plan,
  ...(plan.Plans ?? []).flatMap(stepsOf),
]

const rowsOf = (step: Plan): number =>
  step["Actual Loops"] *
  (step["Actual Rows"] +
    (step["Rows Removed by Filter"] ?? 0) +
    (step["Rows Removed by Index Recheck"] ?? 0))
