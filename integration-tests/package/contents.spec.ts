import { execFileSync, spawnSync } from "node:child_process"
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { compile } from "./compile"
import {
  DOCUMENTS,
  readDocument,
  relativeLinks,
  typescriptOf,
} from "./documents"
import { importedPackages } from "./imports"
import { installPackage, type PackedPackage } from "./packed-package"

describe("the published package", () => {
  let packed: PackedPackage

  beforeAll(async () => {
    packed = await installPackage()
  })

  afterAll(() => {
    rmSync(packed.consumer, { recursive: true, force: true })
  })

  it("holds the built plugin and its papers, nothing else", () => {
    const others = packed.files.filter(
      (file) =>
        !file.startsWith(".medusa/server/src/") &&
        !/^docs\/.*\.md$/.test(file) &&
        !["package.json", "README.md", "LICENSE", "CHANGELOG.md"].includes(file)
    )
    expect(others).toEqual([])
  })

  it("holds no tests, fixtures or sources", () => {
    const unwanted = packed.files.filter(
      (file) =>
        /\.(spec|test)\./.test(file) ||
        /__(tests|fixtures|mocks)__/.test(file) ||
        /(?<!\.d)\.tsx?$/.test(file)
    )
    expect(unwanted).toEqual([])
  })

  it("holds no source maps", () => {
    const mapped = packed.files.filter(
      (file) =>
        file.endsWith(".map") ||
        (/\.m?js$/.test(file) &&
          readFileSync(join(packed.folder, file), "utf8").includes(
            "sourceMappingURL="
          ))
    )
    expect(mapped).toEqual([])
  })

  it("holds every document that its readme links to", () => {
    const documents = relativeLinks(
      readFileSync(join(packed.folder, "README.md"), "utf8")
    )
      .map((link) => link.replace(/#.*/, ""))
      .filter((link) => /^docs\/.*\.md$/.test(link))
    expect(documents).not.toEqual([])
    expect(packed.files).toEqual(expect.arrayContaining(documents))
  })

  it.each([
    ["its readme", /^README\.md$/],
    ["its licence", /^LICENSE$/],
    ["its changelog", /^CHANGELOG\.md$/],
    ["the module", /^\.medusa\/server\/src\/modules\/refunds\/index\.js$/],
    ["migrations", /\/modules\/refunds\/migrations\/Migration\d+\.js$/],
    ["the admin for bundlers", /^\.medusa\/server\/src\/admin\/index\.mjs$/],
    ["the doctor", /\/scripts\/refunds-doctor\.js$/],
    ["types", /^\.medusa\/server\/src\/types\/index\.d\.ts$/],
    ["a storefront's client", /\/src\/storefront\/index\.(mjs|js|d\.ts)$/],
    ["its components", /\/src\/storefront\/react\/index\.(mjs|js|d\.ts)$/],
  ])("holds %s", (_what, pattern) => {
    expect(packed.files.filter((file) => pattern.test(file))).not.toEqual([])
  })

  it("has a file for each of its entry points", () => {
    const targets = Object.values(packed.manifest.exports)
      .flatMap((target) =>
        typeof target === "string" ? [target] : Object.values(target)
      )
      .map((target) => target.replace("modules/*", "modules/refunds"))
      .filter((target) => !target.includes("*"))
    const missing = targets.filter(
      (target) => !existsSync(join(packed.folder, target))
    )
    expect(missing).toEqual([])
  })

  it("imports only packages that it declares", () => {
    const { dependencies, peerDependencies } = packed.manifest
    const declared = Object.keys({ ...dependencies, ...peerDependencies })
    const imported = packed.files
      .filter((file) => /\.m?js$/.test(file))
      .flatMap((file) => importedPackages(join(packed.folder, file)))
      .filter((name) => !declared.includes(name))
    expect([...new Set(imported)]).toEqual([])
  })

  it("gives its types to a store written in strict TypeScript", () => {
    const source = join(packed.consumer, "medusa-config.ts")
    writeFileSync(
      source,
      `import type { RefundPluginOptions } from "medusa-plugin-refunds/types"

      export const options: RefundPluginOptions = {
        stripe: { apiKey: "sk_test_1", webhookSecret: "whsec_1" },
      }
      export const withoutSecret = {
        stripe: { apiKey: process.env.STRIPE_API_KEY },
      } satisfies RefundPluginOptions
      // @ts-expect-error No such option.
      export const wrong: RefundPluginOptions = { stripes: {} }
      // @ts-expect-error No such option of Stripe.
      export const wrongInside = { stripe: { apiKey: "sk_1", apikey: 1 } } satisfies RefundPluginOptions
      // @ts-expect-error The key is not named at all.
      export const keyless: RefundPluginOptions = { stripe: {} }`
    )
    // The code of the documents, as a store would have it.
    const snippets = DOCUMENTS.flatMap((file) =>
      typescriptOf(readDocument(file)).map((code, index) => {
        const snippet = `${file.replaceAll("/", "-")}-${index + 1}.ts`
        writeFileSync(join(packed.consumer, snippet), code)
        return join(packed.consumer, snippet)
      })
    )
    expect(snippets.length).toBeGreaterThan(5)
    expect(compile(source, ...snippets)).toEqual([])
  })

  it("says where it belongs to whoever imports its bare name", () => {
    const script = `require("medusa-plugin-refunds")`
    const run = () =>
      execFileSync(process.execPath, ["-e", script], {
        cwd: packed.consumer,
        stdio: "pipe",
      })
    expect(run).toThrow(/lists it under `plugins`, not under `modules`/)
  })

  it("has a command, which says how it is used", () => {
    const [command = ""] = Object.values(packed.manifest.bin)
    const file = join(packed.folder, command)
    expect(readFileSync(file, "utf8")).toMatch(/^#!\/usr\/bin\/env node\n/)
    const { status, stderr } = spawnSync(process.execPath, [file], {
      encoding: "utf8",
    })
    expect(status).toBe(2)
    expect(stderr).toContain("npx medusa-plugin-refunds doctor")
  })

  it.each([
    "workflows",
    "types",
    "api",
    "modules/refunds",
    "storefront",
    "storefront/react",
  ])("can be required as medusa-plugin-refunds/%s", (entry) => {
    const script = `require("medusa-plugin-refunds/${entry}")`
    execFileSync(process.execPath, ["-e", script], { cwd: packed.consumer })
  })
})
