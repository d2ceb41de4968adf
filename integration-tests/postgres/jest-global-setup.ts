import { testUtilsEnvironment } from "./connection"
import { acquireTestServer } from "./shared-server"

/** Jest's globalSetup of every project whose tests need a database. */
export default async function globalSetup(): Promise<void> {
  const connection = await acquireTestServer()
  Object.assign(process.env, testUtilsEnvironment(connection))
}
