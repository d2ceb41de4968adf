import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import startMedusa from "@medusajs/medusa/loaders/index"
import express from "express"
import { PACKAGE_FOLDER } from "../../scripts/demo/paths"
import { REFUNDS_MODULE } from "../../src/modules/refunds"
import type { RefundsModuleService } from "../../src/modules/refunds/service"
import { databaseUrl, testServer } from "../postgres/connection"
import { dropDatabase } from "../postgres/databases"
import { createMigratedDatabase } from "../postgres/migrated-database"
import { storeDatabase } from "../postgres/store-databases"
import { copyDatabase, restoreDatabase } from "../support/database-copy"
import { kept } from "./kept"
import { keptMailbox } from "./mailbox"
import { keptStripe } from "./stripe"

const FRESH = "fresh_store"

/** The store of all test files of this worker. */
export const keptStore = kept(async () => {
  const server = testServer()
  const database = storeDatabase(process.pid)
  await keptStripe()
  await keptMailbox()
  await createMigratedDatabase(server, database)
  const { container, shutdown, url } = await start(
    databaseUrl(server, database)
  )
  await copyDatabase(container, FRESH)
  const refunds = container.resolve<RefundsModuleService>(REFUNDS_MODULE)
  const options = { ...refunds.options }
  const { admin } = container.resolve(ContainerRegistrationKeys.CONFIG_MODULE)
  const resetAdmin = rememberFields(admin)
  return {
    container,
    url,
    /** Makes it a store that has just started, and that nothing happened in. */
    startAgain: async () => {
      await restoreDatabase(container, FRESH)
      resetAdmin()
      Object.assign(refunds, {
        options: { ...options },
        startedAt: new Date(),
        lastReconciled: null,
      })
    },
    close: async () => {
      await shutdown()
      await dropDatabase(server, database)
    },
  }
})

/** What a test file wrote into the configuration is not for the next one. */
function rememberFields(target: object): () => void {
  const before = { ...target }
  return () => {
    for (const name of Object.keys(target)) {
      Reflect.deleteProperty(target, name)
    }
    Object.assign(target, before)
  }
}

/** As `medusa start` does: @medusajs/medusa/dist/commands/start.js */
async function start(url: string): Promise<{
  container: MedusaContainer
  shutdown: () => Promise<void>
  url: string
}> {
  const { DATABASE_URL } = process.env
  process.env.DATABASE_URL = url
  const app = express()
  const medusa = await startMedusa({
    directory: PACKAGE_FOLDER,
    expressApp: app,
  })
  Object.assign(process.env, DATABASE_URL ? { DATABASE_URL } : {})
  const server = createServer(app)
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done))
  const { port } = server.address() as AddressInfo
  return {
    container: medusa.container,
    url: `http://127.0.0.1:${port}`,
    shutdown: async () => {
      server.close()
      server.closeAllConnections()
      await medusa.shutdown()
    },
  }
}
