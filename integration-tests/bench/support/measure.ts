import { setTimeout as wait } from "node:timers/promises"
import type { MedusaContainer } from "@medusajs/framework/types"
import { countStatements } from "../../support/count-statements"
import { median } from "./median"

/** Of one call, on the average; SQL until the answer. */
export type Cost = {
  cpu_ms: number
  wall_ms: number
  sql: number
  rows: number
}

/** One use of a store; null where Medusa has nothing to compare with. */
export type Measured = { name: string; native: Cost | null; ours: Cost }

/** What an answer sets off is over by then. */
const SETTLE_MS = 150

/** What this process has worked. */
export const cpuMs = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/**
 * Two ways to do the same, in turns: what a machine is busy with besides hits
 * both. CPU time counts what an answer sets off, too.
 */
export async function compare<Way extends string>(
  container: MedusaContainer,
  ways: Record<Way, () => Promise<unknown>>,
  times: number
): Promise<Record<Way, Cost>> {
  const names = Object.keys(ways) as Way[]
  const taken: { way: Way; cost: Cost }[] = []
  for (let time = 0; time < times; time++) {
    for (const way of names) {
      taken.push({ way, cost: await measure(container, ways[way]) })
    }
  }
  return Object.fromEntries(
    names.map((name) => {
      const costs = taken.flatMap(({ way, cost }) => (way === name ? cost : []))
      const of = (field: keyof Cost) => median(costs.map((cost) => cost[field]))
      return [
        name,
        {
          cpu_ms: of("cpu_ms"),
          wall_ms: of("wall_ms"),
          sql: of("sql"),
          rows: of("rows"),
        },
      ]
    })
  ) as Record<Way, Cost>
}

async function measure(
  container: MedusaContainer,
  act: () => Promise<unknown>
): Promise<Cost> {
  const cpu = cpuMs()
  const start = performance.now()
  const { statements, rows } = await countStatements(container, act)
  const wall_ms = performance.now() - start
  await wait(SETTLE_MS)
  return { cpu_ms: cpuMs() - cpu, wall_ms, sql: statements, rows }
}

/** How many of something are done in a second, by a number of callers at once. */
export async function perSecond(
  callers: number,
  total: number,
  act: (index: number) => Promise<unknown>
): Promise<number> {
  let next = 0
  const start = performance.now()
  await Promise.all(
    Array.from({ length: callers }, async () => {
      while (next < total) {
        await act(next++)
      }
    })
  )
  return (total * 1000) / (performance.now() - start)
}

/** How long something takes. */
export async function secondsOf(act: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await act()
  return (performance.now() - start) / 1000
}
