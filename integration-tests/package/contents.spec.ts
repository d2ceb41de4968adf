import { execFileSync } from "node:child_process"
import { existsSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { compile } from "./compile"
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

  it.each([
    ["its readme", /^README\.md$/],
    ["its licence", /^LICENSE$/],
    ["its changelog", /^CHANGELOG\.md$/],
    ["the module", /^\.medusa\/server\/src\/modules\/refunds\/index\.js$/],
    ["migrations", /\/modules\/refunds\/migrations\/Migration\d+\.js$/],
    ["the admin for bundlers", /^\.medusa\/server\/src\/admin\/index\.mjs$/],
    ["the doctor", /\/scripts\/refunds-doctor\.js$/],
    ["types", /^\.medusa\/server\/src\/types\/index\.d\.ts$/],
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
      // @ts-expect-error No such option.
      export const wrong: RefundPluginOptions = { stripes: {} }`
    )
    expect(compile(source)).toEqual([])
  })

  it.each(["workflows", "types", "api", "modules/refunds"])(
    "can be required as medusa-plugin-refunds/%s",
    (entry) => {
      const script = `require("medusa-plugin-refunds/${entry}")`
      execFileSync(process.execPath, ["-e", script], { cwd: packed.consumer })
    }
  )
})
