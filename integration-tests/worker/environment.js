const { ModernFakeTimers } = require("@jest/fake-timers")
const { TestEnvironment } = require("jest-environment-node")
const { ModuleMocker } = require("jest-mock")

/** Of jest-worker: the last message to a worker, which should end by itself. */
const END = 2
const { console, process } = globalThis
const { exit } = process

// Node loads the TypeScript of the store itself: see `runtime.js`.
require("tsx/cjs")

// What a worker keeps would hold it open, and Jest would have to kill it.
process.on("message", (message) => {
  if (Array.isArray(message) && message[0] === END) {
    exit.call(process)
  }
})

/**
 * Tests run among the globals of their worker, not among globals of their own:
 * they share Medusa with other test files, and it must see the `Date` that they
 * move.
 */
module.exports = class WorkerEnvironment extends TestEnvironment {
  constructor(config, context) {
    super(config, context)
    this.global = globalThis
    this.global.keepsStores = true
    this.moduleMocker = new ModuleMocker(globalThis)
    this.fakeTimersModern = new ModernFakeTimers({
      config: config.projectConfig,
      global: globalThis,
    })
  }

  async teardown() {
    // What a test file spied on is kept for the next one.
    this.moduleMocker?.restoreAllMocks()
    // Jest gives a test file others, and does not take them back.
    Object.assign(globalThis, { console })
    Object.assign(process, { exit })
    await super.teardown()
  }
}
