import { closeSync, openSync, writeSync } from "node:fs"
import type { ExecArgs } from "@medusajs/framework/types"
import { checkBooks } from "../workers/doctor"
import {
  addToSummary,
  jsonReport,
  textReport,
  type CheckSummary,
} from "./doctor/report"
import { scriptOptions } from "./doctor/script-options"

/** Findings are left; and the check did not come to its end. */
const LEFT = 1
const NOT_RUN = 2

/** `medusa exec` itself ends with 1 when the store cannot be loaded. */
let ended = false
process.once("exit", () => {
  if (!ended) {
    process.exitCode = NOT_RUN
  }
})

const writeToStdout = process.stdout.write.bind(process.stdout)
if (process.argv.includes("--json")) {
  // Medusa logs to standard output: from here on it goes to standard error.
  process.stdout.write = process.stderr.write.bind(process.stderr)
}

/**
 * Checks the books of the whole store from the command line (docs/doctor.md).
 *
 * @example
 * npx medusa exec ./node_modules/medusa-plugin-refunds/.medusa/server/src/scripts/refunds-doctor.js --json
 */
export default async function refundsDoctor({
  container,
}: ExecArgs): Promise<void> {
  const { json, repair, order, out } = scriptOptions(process.argv)
  const file = out === undefined ? null : openSync(out, "w")
  const report = (json ? jsonReport : textReport)((text) => {
    if (file === null) {
      writeToStdout(text)
    } else {
      writeSync(file, text)
    }
  })
  let summary: CheckSummary = { orders: 0, errors: 0, warnings: 0, repaired: 0 }
  let error: string | null = null
  try {
    for await (const checked of checkBooks(container, {
      repair,
      ...(order ? { order_id: order } : {}),
    })) {
      report.add(checked.findings)
      summary = addToSummary(summary, checked.findings)
      summary.orders += checked.order_id ? 1 : 0
    }
  } catch (reason) {
    error = reason instanceof Error ? reason.message : String(reason)
  }
  report.end(summary, error)
  if (file !== null) {
    closeSync(file)
  }
  await drained()
  ended = error === null
  process.exitCode = error
    ? NOT_RUN
    : summary.errors + summary.warnings > 0
      ? LEFT
      : 0
}

/** A pipe takes what was written in its own time; the process ends after this. */
const drained = () =>
  new Promise<void>((resolve) => {
    writeToStdout("", () => resolve())
  })
