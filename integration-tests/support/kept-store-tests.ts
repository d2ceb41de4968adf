import axios from "axios"
import type { MedusaContainer } from "@medusajs/framework/types"
import { keptStore } from "../worker/store"
import { copyDatabase, restoreDatabase } from "./database-copy"
import type { StoreTests } from "./store-tests"
import { storeIsQuiet } from "./store-is-quiet"

const BEFORE_EACH = "before_each_test"

/** Tests on the Medusa that the worker keeps. */
export function keptStoreTests({ env, testSuite }: StoreTests): void {
  if (env) {
    throw new Error("With `env` a file needs `@jest-environment node`.")
  }
  describe("", () => {
    const api = axios.create()
    let container: MedusaContainer
    let isCopied = false

    beforeAll(async () => {
      const store = await keptStore()
      api.defaults.baseURL = store.url
      container = store.container
      await store.startAgain()
    })
    beforeEach(async () => {
      // The first time after every `beforeAll`, whose rows are for all tests.
      const prepare = isCopied ? restoreDatabase : copyDatabase
      await prepare(container, BEFORE_EACH)
      isCopied = true
    })
    afterEach(() => storeIsQuiet(container))

    testSuite({ api, getContainer: () => container })
  })
}
