import { spawnSync } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Measured } from "../../integration-tests/bench/support/measure"
import { ratio, table } from "./table"

type Result = {
  measured: Measured[]
  rates: { name: string; native: number | null; ours: number }[]
}

/** Refunds and reads in a store beside Medusa's own; null where that failed. */
export function measureStore(): Result | null {
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
    return status === 0 ? JSON.parse(readFileSync(output, "utf8")) : null
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The store's part of the report. */
export function storeTables({ measured, rates }: Result): string {
  const ms = (value: number | undefined) => value?.toFixed(0) ?? "-"
  const costs = table(
    [
      "what",
      "CPU ms, Medusa",
      "CPU ms, ours",
      "ratio",
      "wall, ratio",
      "SQL, Medusa",
      "SQL, ours",
      "rows, Medusa",
      "rows, ours",
    ],
    measured.map(({ name, native, ours }) => [
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
  const throughput = table(
    ["what", "Medusa", "ours", "ratio"],
    rates.map(({ name, native, ours }) => [
      name,
      native?.toFixed(1) ?? "-",
      ours.toFixed(1),
      ratio(ours, native ?? undefined),
    ])
  )
  return `${costs}\n\n${throughput}`
}
