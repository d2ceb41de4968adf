import { execFileSync } from "node:child_process"
import { readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { compile } from "./compile"
import { importedPackages } from "./imports"
import { installPackage, type PackedPackage } from "./packed-package"

const ENTRIES = ["storefront", "storefront/react"]

describe("what a storefront imports", () => {
  let packed: PackedPackage

  beforeAll(async () => {
    packed = await installPackage()
  })

  afterAll(() => {
    rmSync(packed.consumer, { recursive: true, force: true })
  })

  const file = (path: string) =>
    join(packed.folder, ".medusa/server/src/storefront", path)

  it.each(ENTRIES)("can be imported as a module: %s", (entry) => {
    const script = `import * as all from "medusa-plugin-refunds/${entry}"
      process.stdout.write(Object.keys(all).sort().join())`
    const imported = execFileSync(
      process.execPath,
      ["--input-type=module", "-e", script],
      { cwd: packed.consumer, encoding: "utf8" }
    )
    const required = execFileSync(
      process.execPath,
      [
        "-p",
        `Object.keys(require("medusa-plugin-refunds/${entry}")).sort().join()`,
      ],
      { cwd: packed.consumer, encoding: "utf8" }
    )
    expect(imported).toBe(required.trim())
    expect(imported.length).toBeGreaterThan(20)
  })

  it("needs React for the components, and nothing at all for the client", () => {
    const packages = (path: string) => [
      ...new Set(importedPackages(file(path))),
    ]
    expect(packages("index.mjs")).toEqual([])
    expect(packages("shared.mjs")).toEqual([])
    expect(packages("react/index.mjs")).toEqual(["react"])
  })

  it("says to React Server Components what runs in a browser, and only that", () => {
    const isForBrowsers = (path: string) =>
      readFileSync(file(path), "utf8").startsWith('"use client";')
    expect(isForBrowsers("react/index.mjs")).toBe(true)
    expect(isForBrowsers("react/index.js")).toBe(true)
    expect(isForBrowsers("index.mjs")).toBe(false)
    expect(isForBrowsers("shared.mjs")).toBe(false)
  })

  it.each(["react/index.mjs", "react/index.js"])(
    "is made for production, where React knows no jsxDEV: %s",
    (path) => {
      const code = readFileSync(file(path), "utf8")
      expect(code).toContain("react/jsx-runtime")
      expect(code).not.toContain("jsx-dev-runtime")
    }
  )

  it("makes a storefront install nothing of Medusa", () => {
    const manifest = JSON.parse(
      readFileSync(join(packed.folder, "package.json"), "utf8")
    ) as {
      peerDependencies: Record<string, string>
      peerDependenciesMeta: Record<string, { optional?: boolean }>
    }
    const needed = Object.keys(manifest.peerDependencies).filter(
      (name) => !manifest.peerDependenciesMeta[name]?.optional
    )
    expect(needed).toEqual([])
    expect(manifest.peerDependencies.react).toContain("^19")
  })

  it("gives its types to strict TypeScript, Medusa's SDK included", () => {
    const source = join(packed.consumer, "storefront.ts")
    writeFileSync(
      source,
      `import Medusa from "@medusajs/js-sdk"
      import { createElement } from "react"
      import { forwardRefunds, refundsClient } from "medusa-plugin-refunds/storefront"
      import { RefundsProvider, Withdrawal, de } from "medusa-plugin-refunds/storefront/react"

      const sdk = new Medusa({ baseUrl: "https://api.example.com" })
      export const client = refundsClient(sdk)
      export const requested: Promise<string> = client
        .createRequest("order_1", { items: [{ item_id: "ordli_1", quantity: 1 }] })
        .then((request) => request.status)
      // What Medusa's Next.js starter has.
      declare function getAuthHeaders(): Promise<{ authorization: string } | {}>
      export const handler: (request: Request) => Promise<Response> = forwardRefunds({
        baseUrl: "https://api.example.com", publishableKey: "pk_1", at: "/api/refunds", headers: getAuthHeaders,
      })
      export const page = createElement(
        RefundsProvider,
        { client, orderId: "order_1", messages: de, classNames: { card: "card" }, children: createElement(Withdrawal) },
      )
      // @ts-expect-error No such part.
      export const wrong = createElement(RefundsProvider, { client, classNames: { cards: "x" }, children: null })
      // @ts-expect-error A request has items.
      client.createRequest("order_1", {})`
    )
    expect(compile(source)).toEqual([])
  })
})
