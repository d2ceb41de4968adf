import { testUtilsEnvironment } from "./connection"
import { prepareMigratedDatabase } from "./migrated-database"
import { acquireTestServer } from "./shared-server"
import { dropLeftStoreDatabases } from "./store-databases"

/** Jest's globalSetup of the tests that run a store. */
export default async function globalSetup(): Promise<void> {
  const connection = await acquireTestServer()
  await dropLeftStoreDatabases(connection)
  Object.assign(process.env, testUtilsEnvironment(connection), {
    REFUNDS_MIGRATED_DATABASE: await prepareMigratedDatabase(connection),
  })
}
