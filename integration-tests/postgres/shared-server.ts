import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { startCluster, stopCluster } from "./cluster"
import { parseDatabaseUrl, type PostgresConnection } from "./connection"
import { withFileLock } from "./file-lock"
import { isAlive } from "./processes"

/** The folder of the tests' server. Its name carries the major version. */
export const TEST_CLUSTER = join(__dirname, "../../.cache/postgres-17")

/**
 * Brings up the one server that all test runs on this machine share, and
 * remembers that this process uses it. With `DATABASE_URL` set that server is
 * used instead and nothing is started.
 */
export async function acquireTestServer(): Promise<PostgresConnection> {
  const own = process.env.DATABASE_URL
  if (own) {
    return parseDatabaseUrl(own)
  }
  return await locked(async () => {
    const { connection } = await startCluster(TEST_CLUSTER, "tests")
    writeFileSync(join(usersFolder(), String(process.pid)), "")
    return connection
  })
}

/** Gives the server up. The last process to do so stops it. */
export async function releaseTestServer(): Promise<void> {
  if (process.env.DATABASE_URL) {
    return
  }
  await locked(async () => {
    rmSync(join(usersFolder(), String(process.pid)), { force: true })
    if (liveUsers().length === 0) {
      stopCluster(TEST_CLUSTER)
    }
  })
}

async function locked<T>(work: () => Promise<T>): Promise<T> {
  mkdirSync(usersFolder(), { recursive: true })
  return await withFileLock(`${TEST_CLUSTER}.lock`, work)
}

function usersFolder(): string {
  return `${TEST_CLUSTER}.users`
}

function liveUsers(): string[] {
  const [live, gone] = partition(readdirSync(usersFolder()), (pid) =>
    isAlive(Number.parseInt(pid, 10))
  )
  for (const pid of gone) {
    rmSync(join(usersFolder(), pid), { force: true })
  }
  return live
}

function partition<T>(all: T[], test: (one: T) => boolean): [T[], T[]] {
  return [all.filter(test), all.filter((one) => !test(one))]
}
