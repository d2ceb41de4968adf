/** One kind of test: a project of `jest.config.js` and how to run it. */
export type Stage = {
  name: string
  headline: string
  postgres: boolean
  /** Whether some of its tests need one; see `redis.ts`. */
  redis: boolean
  /**
   * When it runs: the quick ones first, then those with stores at the same time
   * as the rest, which wait for a browser or a build much of their time.
   */
  lane: "first" | "stores" | "beside"
  jestArgs: string[]
}

const stores = [
  "--maxWorkers=2",
  // A file's own store keeps memory after the file has ended, so a worker that
  // has grown is replaced before the next file.
  "--workerIdleMemoryLimit=1500MB",
]

const stages: Stage[] = [
  stage("unit", "Rules without a store", {
    lane: "first",
    jestArgs: ["--maxWorkers=2"],
  }),
  stage("emulator", "Stripe emulator", { lane: "first" }),
  stage("modules", "Module with PostgreSQL", { postgres: true }),
  stage("http", "Store with PostgreSQL and the emulator", {
    lane: "stores",
    postgres: true,
    redis: true,
    jestArgs: stores,
  }),
  stage("package", "Built package", { jestArgs: ["--runInBand"] }),
  stage("browser", "Demo in a browser", {
    postgres: true,
    jestArgs: ["--runInBand"],
  }),
]

/** The stages that `--stage=<name>` arguments ask for; all without one. */
export function findStages(args: string[]): Stage[] {
  const wanted = args
    .filter((arg) => arg.startsWith("--stage="))
    .map((arg) => arg.slice("--stage=".length))
  for (const name of wanted) {
    if (!stages.some((stage) => stage.name === name)) {
      const names = stages.map((stage) => stage.name).join(", ")
      throw new Error(`No stage "${name}". There are: ${names}.`)
    }
  }
  return wanted.length === 0
    ? stages
    : stages.filter((stage) => wanted.includes(stage.name))
}

function stage(
  name: string,
  headline: string,
  options: Partial<Omit<Stage, "name" | "headline">> = {}
): Stage {
  return {
    name,
    headline,
    postgres: false,
    redis: false,
    lane: "beside",
    jestArgs: [],
    ...options,
  }
}
