import { join } from "node:path"
import { Linter } from "eslint"
import { parser } from "typescript-eslint"
import config from "../../eslint.config"

const root = join(__dirname, "../..")

/** The part of the configuration that keeps the folders of src apart. */
const boundaries: Linter.Config[] = [
  { files: ["**/*.{ts,tsx}"], languageOptions: { parser } },
  ...config.filter(
    ({ rules }) => rules && "refunds/import-boundaries" in rules
  ),
]

function lint(file: string, code: string): string[] {
  return new Linter({ cwd: root })
    .verify(code, boundaries, join(root, file))
    .map(({ message }) => message)
}

describe("import boundaries", () => {
  it.each([
    ["src/domain/a.ts", `import { b } from "../stripe/b"`],
    ["src/domain/a.ts", `import type { b } from "../types"`],
    [
      "src/domain/a.ts",
      `import { MedusaError } from "@medusajs/framework/utils"`,
    ],
    ["src/domain/a.ts", `import { readFile } from "node:fs/promises"`],
    ["src/stripe/a.ts", `import { b } from "../workflows/b"`],
    ["src/ledger/a.ts", `export * from "../stripe"`],
    ["src/modules/refunds/a.ts", `import { b } from "../../workflows"`],
    ["src/workflows/a.ts", `import { b } from "../api/b"`],
    ["src/api/admin/a.ts", `import { b } from "../../stripe"`],
    ["src/api/admin/a.ts", `import { b } from "../../ledger"`],
    ["src/api/admin/a.ts", `const b = import("../../ledger")`],
    ["src/workflows/a.ts", `import Stripe from "stripe"`],
    ["src/modules/refunds/a.ts", `import type Stripe from "stripe"`],
    ["src/types/a.ts", `import type { b } from "stripe"`],
    ["src/admin/a.tsx", `import { b } from "../domain"`],
    ["src/admin/a.tsx", `import { b } from "../types"`],
    ["src/admin/a.tsx", `import { b } from "@medusajs/framework/utils"`],
    ["src/storefront/a.ts", `import { b } from "../types"`],
    ["src/storefront/a.ts", `import type { b } from "../domain"`],
    ["src/storefront/a.ts", `import { readFile } from "node:fs/promises"`],
    ["src/storefront/a.ts", `import Medusa from "@medusajs/js-sdk"`],
    ["src/storefront/a.ts", `import { next } from "next/server"`],
    ["src/api/a.ts", `import { b } from "../storefront"`],
    ["src/stripe/a.ts", `const key = process.env.STRIPE_API_KEY`],
    ["src/modules/refunds/a.ts", `const { env } = process`],
  ])("in %s refuses %s", (file, code) => {
    expect(lint(file, code)).toHaveLength(1)
  })

  it.each([
    ["src/domain/a.ts", `import { createHash } from "node:crypto"`],
    ["src/domain/a.ts", `import { DateTime } from "luxon"`],
    ["src/domain/a.ts", `import { b } from "./b"`],
    ["src/stripe/a.ts", `import Stripe from "stripe"`],
    ["src/stripe/a.ts", `import { b } from "../domain"`],
    ["src/workflows/a.ts", `import { b } from "../stripe"`],
    ["src/workflows/a.ts", `import { b } from "../ledger"`],
    ["src/api/admin/a.ts", `import { b } from "../../workflows"`],
    ["src/admin/a.tsx", `import type { b } from "../types"`],
    ["src/storefront/a.tsx", `import type { b } from "../types/store"`],
    ["src/storefront/a.tsx", `import { useState } from "react"`],
    ["src/admin/a.tsx", `import { Button } from "@medusajs/ui"`],
    ["integration-tests/http/a.spec.ts", `import Stripe from "stripe"`],
  ])("in %s accepts %s", (file, code) => {
    expect(lint(file, code)).toEqual([])
  })
})
