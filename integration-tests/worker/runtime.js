const { join, sep } = require("node:path")
const { default: JestRuntime } = require("jest-runtime")
const WorkerEnvironment = require("./environment")

const ROOT = join(__dirname, "../..")
/** What a store is made of, and what a worker keeps beside it. */
const KEPT = [
  "node_modules",
  "src",
  "integration-tests/worker",
  "integration-tests/stripe-emulator",
  "integration-tests/stripe-provider",
  "integration-tests/bank-provider",
  "integration-tests/mail-provider",
  "integration-tests/mailbox",
].map((folder) => join(ROOT, folder, sep))

/**
 * Jest gives each test file a copy of every module, so each file had to load the
 * whole of Medusa and start it. Here Node loads what a store is made of: once for
 * all test files of a worker. The test files and their helpers are theirs, as ever.
 *
 * A file that says `@jest-environment node` in its first comment gets copies of
 * everything.
 */
module.exports = class WorkerRuntime extends JestRuntime {
  _loadModule(module, from, name, path, options, registry) {
    const isOfJest = options?.isInternalModule
    const isKept = KEPT.some((folder) => path.startsWith(folder))
    if (isKept && !isOfJest && this.sharesModules()) {
      module.exports = require(path)
      module.loaded = true
    } else {
      super._loadModule(module, from, name, path, options, registry)
    }
  }

  createScriptFromCode(code, path) {
    const script = super.createScriptFromCode(code, path)
    return this.sharesModules()
      ? { runInContext: (_, options) => script.runInThisContext(options) }
      : script
  }

  sharesModules() {
    return this._environment instanceof WorkerEnvironment
  }
}
module.exports.default = module.exports
