import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { parseDatabaseUrl, testServer } from "../postgres/connection"
import { createMigratedDatabase } from "../postgres/migrated-database"

type Options = Parameters<typeof medusaIntegrationTestRunner>[0]

/**
 * Tests on a Medusa of their own, which finds its tables made: Medusa's own
 * runner migrates only what is missing.
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
export const storeTests = ({
  env,
  testSuite,
}: Pick<Options, "env" | "testSuite">): void => {
  medusaIntegrationTestRunner({
    inApp: true,
    env,
    testSuite,
    hooks: {
      beforeServerStart: async (container) => {
        const { projectConfig } = container.resolve(
          ContainerRegistrationKeys.CONFIG_MODULE
        )
        const { database } = parseDatabaseUrl(String(projectConfig.databaseUrl))
        await createMigratedDatabase(testServer(), database)
      },
    },
  })
}
