import type { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { keptStoreTests } from "./kept-store-tests"
import { ownStoreTests } from "./own-store-tests"

type Options = Parameters<typeof medusaIntegrationTestRunner>[0]
type Suite = Parameters<Options["testSuite"]>[0]

export type StoreTests = {
  /** Set before the store starts, so it takes a store of its own. */
  env?: Options["env"]
  testSuite: (suite: Pick<Suite, "api" | "getContainer">) => void
}

/**
 * Tests on a running Medusa. It is the one that the worker keeps for all its test
 * files, or one of the file's own where the file says `@jest-environment node`;
 * each test begins with the rows that the `beforeAll` of its file have left.
 *
 * @example
 * storeTests({
 *   testSuite: ({ api }) => {
 *     it("answers", async () => {
 *       expect((await api.get("/health")).status).toBe(200)
 *     })
 *   },
 * })
 */
export const storeTests = (tests: StoreTests): void =>
  globalThis.keepsStores ? keptStoreTests(tests) : ownStoreTests(tests)
