import { writeFileSync } from "node:fs"
import { cpus } from "node:os"
import { join } from "node:path"
import { format } from "prettier"
import { measurePlanner, plannerTable } from "./bench/planner"
import { measureStore, storeTables } from "./bench/store"
import { PACKAGE_FOLDER } from "./demo/paths"

const DOCUMENT = join(PACKAGE_FOLDER, "docs/benchmarks.md")

/**
 * `npm run bench`: what refunds and reads cost beside Medusa's own, in one process
 * and one database, in turns; and what a plan costs. Takes a few minutes; writes
 * `docs/benchmarks.md`. With `--only=planner` it prints the planner's part, and
 * writes nothing.
 */
async function main(args: string[]): Promise<number> {
  const planner = plannerTable(measurePlanner())
  if (args.includes("--only=planner")) {
    process.stdout.write(await markdown(planner))
    return 0
  }
  const store = measureStore()
  if (!store) {
    return 1
  }
  const text = await markdown(report(storeTables(store), planner))
  writeFileSync(DOCUMENT, text)
  process.stdout.write(text)
  return 0
}

const markdown = (text: string): Promise<string> =>
  format(text, { parser: "markdown" })

function report(store: string, planner: string): string {
  const [cpu] = cpus()
  return `# Benchmarks

What \`npm run bench\` measured: Medusa's own way and ours in turns, in one process and one database, Stripe's emulator in another process. CPU time counts what an answer sets off; SQL and rows are those until the answer. Medians. Medusa runs without the plugin's subscribers meanwhile.

${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ${cpus().length} cores, ${cpu?.model ?? "unknown"}. Times are of this machine; ratios travel better.

${store}

## The planner

What \`planRefund\` takes, warm, beside \`allocate\` of dinero.js, which only shares the same amounts out: over the lines, then each line's part over its taxes. Medians, and the best of 300.

${planner}
`
}

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code
})
