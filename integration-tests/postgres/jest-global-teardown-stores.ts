import { closeKept } from "../worker/kept"
import { testServer } from "./connection"
import { releaseTestServer } from "./shared-server"
import { dropLeftStoreDatabases } from "./store-databases"

/** Jest's globalTeardown beside `jest-global-setup-stores.ts`. */
export default async function globalTeardown(): Promise<void> {
  await closeKept()
  await dropLeftStoreDatabases(testServer())
  await releaseTestServer()
}
