import { existsSync, rmSync } from "node:fs"
import { removeCluster } from "../integration-tests/postgres/cluster"
import { parseDatabaseUrl } from "../integration-tests/postgres/connection"
import { dropDatabase } from "../integration-tests/postgres/databases"
import { demoFiles } from "./demo/demo-files"
import { stopDemoProcess, stopOrphanedStore } from "./demo/running-demo"
import { readDemoSettings } from "./demo/settings"

/** `npm run demo:reset`: stops the demo and deletes its orders and payments. */
async function main(): Promise<void> {
  const settings = readDemoSettings(process.env)
  const files = demoFiles(settings)
  if (await stopDemoProcess(files.pid)) {
    process.stdout.write("Stopped the running demo.\n")
  }
  await stopOrphanedStore(files.storePid)
  if (settings.databaseUrl) {
    await dropDatabase(parseDatabaseUrl(settings.databaseUrl), files.database)
  } else if (existsSync(files.postgres)) {
    removeCluster(files.postgres)
  }
  rmSync(settings.folder, { recursive: true, force: true })
  process.stdout.write("The demo is empty. `npm start` fills it again.\n")
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
  process.exitCode = 1
})
