import { mkdtempSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { Client } from "pg"
import { removeCluster, startCluster, stopCluster } from "./cluster"
import { databaseUrl, type PostgresConnection } from "./connection"
import { ensureDatabase } from "./databases"
import { isProcessOf } from "./processes"
import { TEST_CLUSTER } from "./shared-server"

describe("a PostgreSQL server of our own", () => {
  const folder = mkdtempSync(`${TEST_CLUSTER}-spec-`)

  afterAll(() => removeCluster(folder))

  it("is found again while it runs", async () => {
    const first = await startCluster(folder, "demo")
    const second = await startCluster(folder, "demo")
    expect([first.reused, second.reused]).toEqual([false, true])
    expect(second.connection).toEqual(first.connection)
  })

  it("keeps its databases when it is stopped", async () => {
    const { connection } = await startCluster(folder, "demo")
    await ensureDatabase(connection, "kept")
    stopCluster(folder)
    const again = await startCluster(folder, "demo")
    expect(again.reused).toBe(false)
    expect(await listDatabases(again.connection)).toContain("kept")
  })

  it("comes back after it was killed", async () => {
    await startCluster(folder, "demo")
    await kill(serverProcess(folder))
    const { connection, reused } = await startCluster(folder, "demo")
    expect(reused).toBe(false)
    expect(await listDatabases(connection)).toContain("kept")
  })
})

async function listDatabases(server: PostgresConnection): Promise<string[]> {
  const client = new Client(databaseUrl(server, server.database))
  await client.connect()
  const { rows } = await client.query<{ datname: string }>(
    "SELECT datname FROM pg_database"
  )
  await client.end()
  return rows.map(({ datname }) => datname)
}

function serverProcess(folder: string): number {
  const file = readFileSync(join(folder, "data/postmaster.pid"), "utf8")
  return Number.parseInt(file, 10)
}

async function kill(pid: number): Promise<void> {
  process.kill(pid, "SIGKILL")
  while (isProcessOf(pid, "postgres")) {
    await sleep(20)
  }
}
