import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { expressLoader } from "@medusajs/framework/http"
import type { MedusaContainer } from "@medusajs/framework/types"
import loadApi from "@medusajs/medusa/loaders/api"
import express, { type Request } from "express"

export type ServedStore = { url: string; close: () => Promise<void> }

/**
 * A second HTTP server for the running Medusa, with other route files and
 * middlewares: Medusa's, then those of each folder, as it loads those of the
 * plugins and of the store.
 *
 * Source: @medusajs/medusa/dist/loaders/index.js, `loadEntrypoints`
 *
 * @param folders those that have a folder `api`, the store's own last
 */
export async function serveStore(
  container: MedusaContainer,
  folders: string[]
): Promise<ServedStore> {
  const app = express()
  app.use((req: Request & { scope?: unknown }, _res, next) => {
    req.scope = container.createScope()
    next()
  })
  const { shutdown } = await expressLoader({ app, container })
  await loadApi({
    app,
    container,
    plugins: folders.map((resolve) => ({ resolve })) as never,
  })
  const server = createServer(app)
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      await new Promise((done) => server.close(done))
      await shutdown()
    },
  }
}
