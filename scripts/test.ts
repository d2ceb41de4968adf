import {
  acquireTestServer,
  releaseTestServer,
} from "../integration-tests/postgres/shared-server"
import { hasRedis, WITHOUT_REDIS } from "./test/redis"
import { findStages, type Stage } from "./test/stages"
import { runStage, type StageResult } from "./test/run-stage"

/**
 * `npm test`: every kind of test, cheapest first, on one PostgreSQL. The stores and
 * the browser run at the same time: each leaves a processor idle now and then.
 * Further arguments go to Jest; `--stage=http` runs one kind only. What needs a
 * Redis is left out where there is none, and the last line says so; CI must have
 * one.
 */
async function main(args: string[]): Promise<void> {
  const stages = findStages(args)
  const jestArgs = args.filter((arg) => !arg.startsWith("--stage="))
  const leavesOut = stages.some(({ redis }) => redis) && !hasRedis()
  if (leavesOut && process.env.CI === "true") {
    throw new Error(
      "CI runs everything: install redis-server, or set TEST_REDIS_URL to the address of a Redis."
    )
  }
  if (leavesOut) {
    process.env[WITHOUT_REDIS] = "true"
  }
  // The stage that runs ends by itself on Ctrl-C; then PostgreSQL is stopped.
  process.on("SIGINT", () => undefined)
  process.on("SIGTERM", () => undefined)
  const results = await withPostgres(stages, () => runAll(stages, jestArgs))
  report(results)
  if (leavesOut) {
    process.stdout.write(
      "Left out: two processes with a shared lock (integration-tests/faults/two-processes.spec.ts), because there is neither redis-server nor TEST_REDIS_URL.\n"
    )
  }
}

async function withPostgres<T>(
  stages: Stage[],
  work: () => Promise<T>
): Promise<T> {
  if (!stages.some((stage) => stage.postgres)) {
    return await work()
  }
  await acquireTestServer()
  try {
    return await work()
  } finally {
    await releaseTestServer()
  }
}

async function runAll(
  stages: Stage[],
  jestArgs: string[]
): Promise<StageResult[]> {
  const of = (lane: Stage["lane"]) =>
    stages.filter((each) => each.lane === lane)
  const first = await runLane(of("first"), jestArgs, "now")
  if (first.some(({ interrupted }) => interrupted)) {
    return first
  }
  const stores = of("stores")
  const [inStores, beside] = await Promise.all([
    runLane(stores, jestArgs, "now"),
    runLane(of("beside"), jestArgs, stores.length ? "at the end" : "now"),
  ])
  return [...first, ...inStores, ...beside]
}

/** One after the other. */
async function runLane(
  stages: Stage[],
  jestArgs: string[],
  report: "now" | "at the end"
): Promise<StageResult[]> {
  const results: StageResult[] = []
  for (const stage of stages) {
    const result = await runStage(stage, jestArgs, report)
    results.push(result)
    if (result.interrupted) {
      break
    }
  }
  return results
}

function report(results: StageResult[]): void {
  const passed = results.reduce((sum, { passed }) => sum + passed, 0)
  const failed = results.reduce((sum, { failed }) => sum + failed, 0)
  for (const { stage, ok } of results) {
    if (!ok) {
      process.stdout.write(`Failed: ${stage.headline}\n`)
    }
  }
  process.stdout.write("\n")
  for (const { stage, seconds } of results) {
    process.stdout.write(`${stage.headline}: ${timeOf(seconds)}\n`)
  }
  process.stdout.write(`${passed} passed, ${failed} failed\n`)
  const ranAny = passed + failed > 0
  process.exitCode = ranAny && results.every(({ ok }) => ok) ? 0 : 1
}

const timeOf = (seconds: number): string =>
  `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
