import { spawn } from "node:child_process"
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Stage } from "./stages"

/** What came of one stage. */
export type StageResult = {
  stage: Stage
  passed: number
  failed: number
  /** Whether Jest ended with success. */
  ok: boolean
  interrupted: boolean
  seconds: number
}

const NODE_FLAGS = [
  // `@medusajs/test-utils` imports Medusa with `import()`.
  "--experimental-vm-modules",
  // A query of Medusa makes many short-lived objects. With room for them the
  // garbage collector runs less often: a tenth of the time.
  "--max-semi-space-size=64",
]

/**
 * Runs the tests of one stage with Jest and counts them.
 *
 * @param report "now" as it comes; "at the end" where another stage reports
 */
export async function runStage(
  stage: Stage,
  jestArgs: string[],
  report: "now" | "at the end"
): Promise<StageResult> {
  const folder = mkdtempSync(join(tmpdir(), "refunds-test-"))
  const outputFile = join(folder, "result.json")
  const start = performance.now()
  const headline = `\n=== ${stage.headline} ===\n`
  if (report === "now") {
    process.stdout.write(headline)
  }
  try {
    const { code, signal, told } = await runJest(
      [
        "--selectProjects",
        stage.name,
        "--json",
        `--outputFile=${outputFile}`,
        // In a run of everything only results matter, and a store says a lot.
        // With a path most stages have nothing to run.
        jestArgs.length === 0 ? "--silent" : "--passWithNoTests",
        ...stage.jestArgs,
        ...jestArgs,
      ],
      report
    )
    if (report === "at the end") {
      process.stdout.write(headline + told)
    }
    const counts = readCounts(outputFile)
    const interrupted = signal !== null || code === 130 || code === 143
    const seconds = (performance.now() - start) / 1000
    return { stage, ...counts, ok: code === 0, interrupted, seconds }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function runJest(
  args: string[],
  report: "now" | "at the end"
): Promise<{ code: number | null; signal: string | null; told: string }> {
  const jest = require.resolve("jest/bin/jest")
  const child = spawn(process.execPath, [jest, ...args], {
    // Jest's report goes to standard error, the JSON also to standard output.
    stdio: ["ignore", "ignore", report === "now" ? "inherit" : "pipe"],
    env: {
      ...process.env,
      NODE_OPTIONS: [process.env.NODE_OPTIONS ?? "", ...NODE_FLAGS].join(" "),
    },
  })
  let told = ""
  child.stderr?.on("data", (part: Buffer) => {
    told += part.toString("utf8")
  })
  return new Promise((resolve, reject) => {
    child.once("error", reject)
    child.once("close", (code, signal) => resolve({ code, signal, told }))
  })
}

function readCounts(outputFile: string): { passed: number; failed: number } {
  if (!existsSync(outputFile)) {
    return { passed: 0, failed: 0 }
  }
  const result: {
    numPassedTests: number
    numFailedTests: number
    numRuntimeErrorTestSuites: number
  } = JSON.parse(readFileSync(outputFile, "utf8"))
  return {
    passed: result.numPassedTests,
    // A file that could not be run counts as one failed test.
    failed: result.numFailedTests + result.numRuntimeErrorTestSuites,
  }
}
