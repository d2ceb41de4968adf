import { spawnSync } from "node:child_process"

/**
 * `npm run test:convergence [seeds] [first]`: the nightly size of a test that
 * `npm test` runs small. Takes one to two minutes per seed on two cores.
 */
const [seeds = "50", first = "1"] = process.argv.slice(2)

const { status } = spawnSync(
  "npm",
  ["run", "--silent", "test:http", "--", "convergence"],
  {
    stdio: "inherit",
    env: {
      ...process.env,
      CONVERGENCE_SEEDS: seeds,
      CONVERGENCE_FIRST_SEED: first,
      CONVERGENCE_ORDERS: "40",
    },
  }
)
process.exitCode = status ?? 1
