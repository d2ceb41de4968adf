import { spawnSync } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { cpus, tmpdir } from "node:os"
import { join } from "node:path"
import { format } from "prettier"
import type { Measured } from "../integration-tests/bench/support/measure"
import { PACKAGE_FOLDER } from "./demo/paths"

const DOCUMENT = join(PACKAGE_FOLDER, "docs/benchmarks.md")

type Result = {
  measured: Measured[]
  rates: { name: string; native: number | null; ours: number }[]
}

/**
 * `npm run bench`: what refunds and reads cost beside Medusa's own, in one process
 * and one database, in turns. Takes a few minutes; writes `docs/benchmarks.md`.
 */
async function main(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "refunds-bench-"))
  const output = join(folder, "bench.json")
  try {
    const { status } = spawnSync(
      process.execPath,
      [
        require.resolve("jest/bin/jest"),
        ...["--selectProjects", "bench", "--runInBand", "--silent"],
      ],
      {
        stdio: ["ignore", "ignore", "inherit"],
        env: {
          ...process.env,
          BENCH_OUTPUT: output,
          NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ""} --experimental-vm-modules`,
        },
      }
    )
    if (status === 0) {
      const text = await format(
        report(JSON.parse(readFileSync(output, "utf8"))),
        { parser: "markdown" }
      )
      writeFileSync(DOCUMENT, text)
      process.stdout.write(text)
    }
    return status ?? 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const ratio = (ours: number, native: number | undefined): string =>
  native ? (ours / native).toFixed(2) : "-"

const row = (cells: (string | number)[]): string => `| ${cells.join(" | ")} |`

function report({ measured, rates }: Result): string {
  const [cpu] = cpus()
  const ms = (value: number | undefined) => value?.toFixed(0) ?? "-"
  return `# Benchmarks

What \`npm run bench\` measured: Medusa's own way and ours in turns, in one process and one database, Stripe's emulator in another process. CPU time counts what an answer sets off; SQL and rows are those until the answer. Medians. Medusa runs without the plugin's subscribers meanwhile.

${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ${cpus().length} cores, ${cpu?.model ?? "unknown"}. Times are of this machine; ratios travel better.

${row(["what", "CPU ms, Medusa", "CPU ms, ours", "ratio", "wall, ratio", "SQL, Medusa", "SQL, ours", "rows, Medusa", "rows, ours"])}
${row(Array.from({ length: 9 }, () => "---"))}
${measured
  .map(({ name, native, ours }) =>
    row([
      name,
      ms(native?.cpu_ms),
      ms(ours.cpu_ms),
      ratio(ours.cpu_ms, native?.cpu_ms),
      ratio(ours.wall_ms, native?.wall_ms),
      native?.sql ?? "-",
      ours.sql,
      native?.rows ?? "-",
      ours.rows,
    ])
  )
  .join("\n")}

${row(["what", "Medusa", "ours", "ratio"])}
${row(["---", "---", "---", "---"])}
${rates
  .map(({ name, native, ours }) =>
    row([
      name,
      native?.toFixed(1) ?? "-",
      ours.toFixed(1),
      ratio(ours, native ?? undefined),
    ])
  )
  .join("\n")}
`
}

void main().then((code) => {
  process.exitCode = code
})
