import {
  startCluster,
  stopCluster,
} from "../../integration-tests/postgres/cluster"
import {
  parseDatabaseUrl,
  type PostgresConnection,
} from "../../integration-tests/postgres/connection"
import type { CleanUp } from "./clean-up"
import { demoFiles } from "./demo-files"
import type { DemoSettings } from "./settings"

/** Starts the demo's own PostgreSQL, unless it was given one. */
export async function startPostgres(
  settings: DemoSettings,
  cleanUp: CleanUp
): Promise<PostgresConnection> {
  if (settings.databaseUrl) {
    return parseDatabaseUrl(settings.databaseUrl)
  }
  const folder = demoFiles(settings).postgres
  cleanUp.add(() => stopCluster(folder))
  const { connection } = await startCluster(folder, "demo")
  return connection
}
