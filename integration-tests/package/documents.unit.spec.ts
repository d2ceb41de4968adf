import { existsSync } from "node:fs"
import { dirname, join } from "node:path"
import { PACKAGE_FOLDER } from "../../scripts/demo/paths"
import { ERROR_TABLE } from "../../src/domain"
import { notificationOptionsSchema } from "../../src/modules/refunds/notification-options"
import {
  reconciliationOptionsSchema,
  stripeOptionsSchema,
} from "../../src/modules/refunds/options"
import { DOCUMENTS, readDocument as read, relativeLinks } from "./documents"

describe("the documents", () => {
  it("have every option in the README's table, and no other", () => {
    const rows = read("README.md")
      .split("\n")
      .filter((line) =>
        /^\| `(stripe|reconciliation|notifications)\b/.test(line)
      )
      .flatMap((line) => line.split("|")[1]?.match(/`([^`]+)`/g) ?? [])
      .map((name) => name.replaceAll("`", ""))
    const known = [
      ...Object.keys(stripeOptionsSchema.shape).map((name) => `stripe.${name}`),
      ...Object.keys(reconciliationOptionsSchema.shape).map(
        (name) => `reconciliation.${name}`
      ),
      ...Object.keys(notificationOptionsSchema.shape).map(
        (name) => `notifications.${name}`
      ),
    ]
    expect(rows.sort()).toEqual(["stripe", ...known].sort())
  })

  it("say of every error code what the table in the code says", () => {
    const rows = [
      ...read("docs/errors.md").matchAll(
        /^\| `(\w+)` *\| (\d+) *\| (.*?) *\|$/gm
      ),
    ].map(([, code, status, meaning]) => ({ code, status, meaning }))
    expect(rows).toEqual(
      Object.entries(ERROR_TABLE).map(([code, { status, meaning }]) => ({
        code,
        status: String(status),
        meaning,
      }))
    )
  })

  it.each(DOCUMENTS)("lead nowhere that is not there (%s)", (file) => {
    const broken = relativeLinks(read(file)).filter((target) => {
      const [path = "", anchor] = target.split("#")
      const linked = path ? join(dirname(file), path) : file
      return (
        !existsSync(join(PACKAGE_FOLDER, linked)) ||
        (anchor && !anchorsOf(read(linked)).includes(anchor))
      )
    })
    expect(broken).toEqual([])
  })
})

/** The anchors that GitHub and npm give to headings. */
const anchorsOf = (document: string): string[] =>
  [...document.matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-")
  )
