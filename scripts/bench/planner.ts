import { execFileSync } from "node:child_process"
import { join } from "node:path"
import type { PlannerMeasured } from "../../integration-tests/bench/planner"
import { PACKAGE_FOLDER } from "../demo/paths"
import { ratio, table } from "./table"

const BENCH = "integration-tests/bench"

/** Plans orders and times it, in a process of its own: half a minute. */
export function measurePlanner(): PlannerMeasured[] {
  // Compiled as the package is: tsx slows functions down to keep their names.
  node(
    require.resolve("typescript/bin/tsc"),
    "-p",
    join(BENCH, "tsconfig.json")
  )
  const measured = node(join(".cache/bench", BENCH, "planner.js"))
  return JSON.parse(measured) as PlannerMeasured[]
}

const node = (...args: string[]): string =>
  execFileSync(process.execPath, args, {
    cwd: PACKAGE_FOLDER,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  })

/** The planner's part of the report. */
export const plannerTable = (measured: PlannerMeasured[]): string =>
  table(
    ["plan", "ms", "best ms", "dinero.js, ms", "dinero.js, best ms", "ratio"],
    measured.map(({ name, ours, dinero }) => [
      name,
      ...both(ours),
      ...(dinero ? both(dinero) : ["-", "-"]),
      ratio(ours.median_ms, dinero?.median_ms),
    ])
  )

const both = ({ median_ms, best_ms }: PlannerMeasured["ours"]): string[] => [
  median_ms.toFixed(3),
  best_ms.toFixed(3),
]
