import { spawnSync } from "node:child_process"
import { testUtilsEnvironment } from "../integration-tests/postgres/connection"
import {
  acquireTestServer,
  releaseTestServer,
} from "../integration-tests/postgres/shared-server"

/** `npm run db:generate`: writes a migration for what changed in the models. */
async function main(): Promise<void> {
  const connection = await acquireTestServer()
  try {
    const { status } = spawnSync("npx", ["medusa", "plugin:db:generate"], {
      stdio: "inherit",
      env: {
        ...process.env,
        ...testUtilsEnvironment(connection),
        // Medusa's command line loads the models with Node's own `require`.
        NODE_OPTIONS: "--import tsx",
      },
    })
    process.exitCode = status ?? 1
    spawnSync("npx", ["prettier", "--write", "src/modules/*/migrations"])
  } finally {
    await releaseTestServer()
  }
}

void main()
