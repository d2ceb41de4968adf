import { spawnSync } from "node:child_process"

/** Said by `jest.config.js`, too: without Redis these files are not run. */
export const WITHOUT_REDIS = "REFUNDS_TEST_WITHOUT_REDIS"

/**
 * Whether tests of two processes with a shared lock can run: an address is given,
 * or the machine has the program.
 */
export const hasRedis = (env: NodeJS.ProcessEnv = process.env): boolean =>
  Boolean(env.TEST_REDIS_URL) ||
  spawnSync("redis-server", ["--version"], { env }).status === 0
