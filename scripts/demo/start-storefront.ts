import type { ServerResponse } from "node:http"
import type { DemoSeed } from "../../integration-tests/demo/seed"
import { nina } from "../../integration-tests/demo/seed/customers"
import { PASSWORD } from "../../integration-tests/demo/seed/customer-account"
import { STOREFRONT_OUTPUT } from "./build-storefront-page"
import type { CleanUp } from "./clean-up"
import { STORE_FOLDER } from "./paths"

/** Who can log in to the demo's storefront. */
export const DEMO_CUSTOMER = { email: nina.email, password: PASSWORD }

/**
 * Serves the demo's storefront.
 *
 * @returns its address
 */
export async function startStorefront(
  port: number,
  store: { address: string; seed: DemoSeed },
  cleanUp: CleanUp
): Promise<string> {
  const settings = JSON.stringify({
    store: store.address,
    // Known only once the store is seeded, so it is not built into the page.
    publishable_key: store.seed.publishable_key,
    customer: DEMO_CUSTOMER,
  })
  const { preview } = await import("vite")
  const server = await preview({
    configFile: false,
    root: STORE_FOLDER,
    logLevel: "error",
    build: { outDir: STOREFRONT_OUTPUT },
    preview: {
      port,
      strictPort: true,
      host: "127.0.0.1",
      headers: { "Referrer-Policy": "no-referrer" },
    },
    plugins: [
      {
        name: "settings-of-the-demo",
        configurePreviewServer: ({ middlewares }) => {
          middlewares.use("/settings.json", (_req, res: ServerResponse) => {
            res.setHeader("content-type", "application/json")
            res.end(settings)
          })
        },
      },
    ],
  })
  cleanUp.add(() => server.close())
  return `http://localhost:${port}`
}
