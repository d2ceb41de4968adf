import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"

/** A Medusa store in a folder of its own, without the plugin. */
export type PlainStore = {
  /** Where npm hoists the packages to. */
  root: string
  backend: string
  /** Its settings as they stand in `defineConfig`. */
  own: string
  /** Writes `medusa-config.ts`, and forgets what was built from another one. */
  configure: (config: string) => void
}

const OWN = `  projectConfig: {
    databaseUrl: process.env.DATABASE_URL,
    http: {
      storeCors: process.env.STORE_CORS!,
      adminCors: process.env.ADMIN_CORS!,
      authCors: process.env.AUTH_CORS!,
      jwtSecret: process.env.JWT_SECRET,
      cookieSecret: process.env.COOKIE_SECRET,
    },
    // Served without TLS on loopback.
    cookieOptions: { secure: false, sameSite: "lax" },
  },
  modules: [
    {
      resolve: "@medusajs/medusa/payment",
      options: {
        providers: [
          {
            resolve: "@medusajs/medusa/payment-stripe",
            id: "stripe",
            options: { apiKey: process.env.STRIPE_API_KEY },
          },
        ],
      },
    },
  ],
`

/** `medusa-config.ts` of a store that has no plugin. */
export const PLAIN_CONFIG = `import { defineConfig, loadEnv } from "@medusajs/framework/utils"

loadEnv(process.env.NODE_ENV || "development", process.cwd())

module.exports = defineConfig({
${OWN}})
`

/**
 * Writes a store as create-medusa-app makes it: a workspace whose backend is in
 * `apps/backend`, so that npm hoists all packages. Its starter is on GitHub,
 * which a test must not need.
 *
 * @param packageFolder whose development packages say the versions
 */
export function writePlainStore(
  root: string,
  packageFolder: string
): PlainStore {
  const backend = join(root, "apps/backend")
  mkdirSync(join(backend, "src"), { recursive: true })
  writeJson(join(root, "package.json"), {
    name: "my-store",
    private: true,
    workspaces: ["apps/*"],
  })
  writeJson(
    join(backend, "package.json"),
    backendManifest(
      JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8"))
        .devDependencies
    )
  )
  writeJson(join(backend, "tsconfig.json"), TSCONFIG)
  const configure = (config: string) => {
    rmSync(join(backend, ".medusa"), { recursive: true, force: true })
    writeFileSync(join(backend, "medusa-config.ts"), config)
  }
  configure(PLAIN_CONFIG)
  return { root, backend, own: OWN, configure }
}

function backendManifest(versions: Record<string, string>) {
  const pick = (...names: string[]) =>
    Object.fromEntries(names.map((name) => [name, versions[name]]))
  return {
    name: "@my-store/backend",
    version: "0.0.1",
    scripts: { build: "medusa build", start: "medusa start" },
    dependencies: {
      ...pick(
        "@medusajs/admin-sdk",
        "@medusajs/cli",
        "@medusajs/dashboard",
        "@medusajs/framework",
        "@medusajs/medusa",
        "@medusajs/ui",
        "@tanstack/react-query",
        "react-i18next"
      ),
      "@medusajs/draft-order": versions["@medusajs/medusa"],
      "react-router-dom": "6.30.4",
      zod: "4.2.0",
    },
    devDependencies: {
      ...pick("@swc/core", "@types/node", "@types/react", "@types/react-dom"),
      ...pick("react", "react-dom", "typescript", "yalc"),
      "prop-types": "^15.8.1",
      "ts-node": "^10.9.2",
      vite: "^5.4.14",
    },
  }
}

const TSCONFIG = {
  compilerOptions: {
    target: "ES2021",
    esModuleInterop: true,
    module: "Node16",
    moduleResolution: "Node16",
    emitDecoratorMetadata: true,
    experimentalDecorators: true,
    skipLibCheck: true,
    skipDefaultLibCheck: true,
    declaration: false,
    outDir: "./.medusa/server",
    rootDir: "./",
    jsx: "react-jsx",
    forceConsistentCasingInFileNames: true,
    resolveJsonModule: true,
    strictNullChecks: true,
  },
  "ts-node": { swc: true },
  include: ["**/*", ".medusa/types/*"],
  exclude: ["node_modules", ".medusa/server", ".medusa/admin", ".cache"],
}

const writeJson = (file: string, value: object) =>
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`)
