const path = require("node:path")

/**
 * Which folder of `src` may use which. `types` holds only types, so all but
 * the domain may name them, and it may name the types that it re-exports.
 */
const ALLOWED = {
  domain: [],
  types: ["domain", "modules"],
  stripe: ["domain", "types"],
  ledger: ["domain", "types"],
  // The module tells at start whether the ledger can work with this Medusa.
  modules: ["domain", "ledger", "types"],
  workflows: ["domain", "stripe", "ledger", "modules", "types"],
  queries: ["domain", "ledger", "modules", "workflows", "types"],
  workers: ["domain", "stripe", "ledger", "modules", "workflows", "types"],
  api: ["domain", "modules", "workflows", "queries", "workers", "types"],
  subscribers: ["domain", "modules", "workflows", "workers", "types"],
  jobs: ["domain", "modules", "workflows", "workers", "types"],
  scripts: ["workers", "workflows", "types"],
  links: ["modules"],
  policies: ["types"],
  admin: ["types"],
  // A shop's storefront takes it over: it knows the server by its types alone.
  storefront: ["types"],
}

/** What runs in a browser, and so without Node and without Medusa. */
const IN_BROWSERS = ["admin", "storefront"]

/** The only packages that a storefront must have for it. */
const STOREFRONT_PACKAGES = ["react"]

/** What every capability inside `workflows` may use, file by file. */
const SHARED = ["common", "gateway", "order-books"]

/** Folders whose rooms show each other only their index. */
const WALLED = ["workflows", "queries", "workers"]

/** Inside `domain` a room may use the ones before it. */
const DOMAIN_ROOMS = [
  "money",
  "gateway",
  "plan",
  "release",
  "books",
  "requests",
  "access",
  "messages",
  "policy",
]

/** The only packages the pure rules may use: hashes, and days in time zones. */
const DOMAIN_PACKAGES = ["node:crypto", "luxon"]

/**
 * Keeps dependencies pointing inward:
 * `api -> (workers, queries) -> workflows -> (domain, stripe, ledger, modules)`,
 * and the rooms of a folder apart: a capability uses itself, what is shared, and
 * the index of another capability.
 */
module.exports = {
  meta: {
    type: "problem",
    docs: { description: "keep the folders of src apart" },
    schema: [],
    messages: {
      folder: "src/{{from}} must not import from src/{{to}}.",
      typesOnly: "src/{{from}} may only `import type` from src/{{to}}.",
      room: "src/{{from}} may use {{room}} only by its index.",
      shared: "src/workflows/{{room}} is shared: it must not use {{to}}.",
      order: "src/domain/{{room}} must not import from src/domain/{{to}}.",
      outside: "Import from src/domain, not from a file of it.",
      stripe: 'Only src/stripe imports "stripe", types included.',
      domain: 'src/domain is pure: it must not import "{{source}}".',
      browser:
        'src/{{from}} runs in a browser: it must not import "{{source}}".',
    },
  },
  create(context) {
    const from = folderOf(context.filename)
    if (!from || isTest(context.filename)) {
      return {}
    }
    const check = (node) => {
      const source = node.source?.value
      if (typeof source !== "string") {
        return
      }
      const report = (messageId, data) =>
        context.report({
          node: node.source,
          messageId,
          data: { from, ...data },
        })
      if (source.startsWith(".")) {
        const edge = { node, source, from, filename: context.filename, report }
        checkFolder(edge)
        checkRoom(edge)
      } else {
        checkPackage({ source, from, report })
      }
    }
    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      TSImportType: (node) =>
        check({ source: node.source ?? node.argument?.literal }),
      "CallExpression[callee.name='require']": (node) =>
        check({ source: node.arguments[0] }),
    }
  },
}

function checkFolder({ node, source, from, filename, report }) {
  const to = folderOf(path.resolve(path.dirname(filename), source))
  if (!to || to === from) {
    return
  }
  if (!ALLOWED[from]?.includes(to)) {
    report("folder", { to })
  } else if (isOnlyTypes(from, to) && !isTypeImport(node)) {
    report("typesOnly", { to })
  }
}

function checkRoom({ source, from, filename, report }) {
  const target = path.resolve(path.dirname(filename), source)
  const to = folderOf(target)
  const room = roomOf(filename)
  const [other, ...rest] = insideOf(target)
  if (to === "domain" && from === "domain") {
    if (DOMAIN_ROOMS.indexOf(other) > DOMAIN_ROOMS.indexOf(room) && room) {
      report("order", { room, to: other })
    }
  } else if (to === "domain" && other && !["admin", "types"].includes(from)) {
    report("outside", {})
  } else if (
    WALLED.includes(to) &&
    !(to === from && [other, undefined].includes(room))
  ) {
    const shared = to === "workflows" && SHARED.includes(other)
    if (from === to && SHARED.includes(room) && !shared) {
      report("shared", { room, to: `src/${to}/${other}` })
    } else if (rest.length && rest[0] !== "index" && !shared) {
      report("room", { room: `src/${to}/${other}` })
    }
  }
}

function checkPackage({ source, from, report }) {
  const name = packageOf(source)
  if (name === "stripe" && from !== "stripe") {
    report("stripe", {})
  } else if (from === "domain" && !DOMAIN_PACKAGES.includes(source)) {
    report("domain", { source })
  } else if (
    (from === "admin" &&
      (source.startsWith("node:") || name === "@medusajs/framework")) ||
    (from === "storefront" && !STOREFRONT_PACKAGES.includes(name))
  ) {
    report("browser", { source })
  }
}

function isOnlyTypes(from, to) {
  return IN_BROWSERS.includes(from) || (from === "types" && to === "modules")
}

function isTypeImport(node) {
  return node.importKind === "type" || node.exportKind === "type"
}

function packageOf(source) {
  const parts = source.split("/")
  return source.startsWith("@") ? parts.slice(0, 2).join("/") : parts[0]
}

/** "domain" for any path in `src/domain`; nothing outside of `src`. */
function folderOf(file) {
  const parts = path.resolve(file).split(path.sep)
  const src = parts.lastIndexOf("src")
  return src === -1 ? undefined : parts[src + 1]
}

/** Path inside of a folder of `src`: `["books", "entries"]`. */
function insideOf(file) {
  const parts = path.resolve(file).split(path.sep)
  return parts.slice(parts.lastIndexOf("src") + 2)
}

/** The room that a file is in; nothing for a file of the folder itself. */
function roomOf(file) {
  const parts = insideOf(file)
  return parts.length > 1 ? parts[0] : undefined
}

function isTest(file) {
  return /\.spec\.tsx?$|\/__fixtures__\//.test(file)
}
