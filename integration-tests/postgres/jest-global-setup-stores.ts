import { testUtilsEnvironment } from "./connection"
import { prepareMigratedDatabase } from "./migrated-database"
import { acquireTestServer } from "./shared-server"

/** Jest's globalSetup of the tests that run a store. */
export default async function globalSetup(): Promise<void> {
  const connection = await acquireTestServer()
  Object.assign(process.env, testUtilsEnvironment(connection), {
    REFUNDS_MIGRATED_DATABASE: await prepareMigratedDatabase(connection),
  })
}
