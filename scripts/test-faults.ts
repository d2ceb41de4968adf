import { join } from "node:path"
import {
  acquireTestServer,
  releaseTestServer,
} from "../integration-tests/postgres/shared-server"
import { testUtilsEnvironment } from "../integration-tests/postgres/connection"
import {
  cellsOf,
  nameOf,
  type Side,
} from "../integration-tests/faults/matrix/cells"
import {
  isRight,
  lineOf,
  summaryOf,
  writeTable,
} from "../integration-tests/faults/matrix/report"
import {
  runSide,
  type Result,
} from "../integration-tests/faults/matrix/run-side"
import { PACKAGE_FOLDER } from "./demo/paths"

const SIDES: Side[] = ["ours", "native"]
const DOCUMENT = join(PACKAGE_FOLDER, "docs/reliability.md")

const say = (line: string) => process.stdout.write(`${line}\n`)

/**
 * `npm run test:faults`: the whole fault matrix, on the plugin and on Medusa
 * without it. `--ours` and `--native` run one of them, `--only=<text>` the cells
 * whose line has that text; the table is written by a whole run only.
 */
async function main(args: string[]): Promise<void> {
  const only = args.find((arg) => arg.startsWith("--only="))?.slice(7)
  const asked = SIDES.filter((side) => args.includes(`--${side}`))
  const sides = asked.length ? asked : SIDES
  const server = await acquireTestServer()
  Object.assign(process.env, testUtilsEnvironment(server))
  const results: Result[] = []
  try {
    // Both at once: a store that is frozen, or waits for its jobs, works little.
    const ends = await Promise.allSettled(
      sides.map(async (side) => {
        const cells = cellsOf(side).filter(
          (cell) => !only || nameOf(cell).includes(only)
        )
        const found = cells.length ? await runSide(side, cells, say) : []
        found.forEach((result) => say(lineOf(result)))
        results.push(...found)
      })
    )
    const failed = ends.find((end) => end.status === "rejected")
    if (failed) {
      throw failed.reason
    }
  } finally {
    await releaseTestServer()
  }
  sides.forEach((side) => say(summaryOf(results, side)))
  if (!only && !asked.length) {
    writeTable(DOCUMENT, results)
  }
  const ours = results.filter(({ cell }) => cell.side === "ours")
  process.exitCode = ours.every(({ verdict }) => isRight(verdict)) ? 0 : 1
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
