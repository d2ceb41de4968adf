import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { parseDatabaseUrl, testServer } from "../postgres/connection"
import { createMigratedDatabase } from "../postgres/migrated-database"
import type { StoreTests } from "./store-tests"

/**
 * Tests on a Medusa of their own, which finds its tables made: Medusa's own
 * runner migrates only what is missing.
 */
export function ownStoreTests({ env, testSuite }: StoreTests): void {
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
