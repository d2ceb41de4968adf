import { rmSync } from "node:fs"
import { join } from "node:path"
import type { CleanUp } from "../../../scripts/demo/clean-up"
import { DEMO_USER } from "../../../scripts/demo/database"
import { PACKAGE_FOLDER } from "../../../scripts/demo/paths"
import type { Progress } from "../../../scripts/demo/progress"
import { runDemo } from "../../../scripts/demo/run-demo"
import type { DemoSettings } from "../../../scripts/demo/settings"
import { stripeAccess } from "../../../scripts/demo/store-environment"
import { databaseUrl } from "../../postgres/connection"
import { dropDatabase } from "../../postgres/databases"
import { findFreePort } from "../../postgres/free-port"
import {
  acquireTestServer,
  releaseTestServer,
} from "../../postgres/shared-server"
import type { DemoStore } from "./demo-store"

/** Starts a demo beside any other: free ports, a database of its own. */
export async function startFreshDemo(
  cleanUp: CleanUp,
  progress: Progress
): Promise<DemoStore> {
  const postgres = await acquireTestServer()
  cleanUp.add(releaseTestServer)
  const database = `refunds_demo_${process.pid}`
  const settings: DemoSettings = {
    folder: join(PACKAGE_FOLDER, `.cache/demo-${process.pid}`),
    port: await findFreePort(),
    emulatorPort: await findFreePort(),
    mailboxPort: await findFreePort(),
    storefrontPort: await findFreePort(),
    databaseUrl: databaseUrl(postgres, postgres.database),
    database,
  }
  cleanUp.add(async () => {
    await dropDatabase(postgres, database)
    rmSync(settings.folder, { recursive: true, force: true })
  })
  const { server, emulator, mailbox, seed, storefrontUrl } = await runDemo(
    settings,
    progress,
    cleanUp
  )
  return {
    address: server.address,
    storefrontUrl,
    adminUrl: `${server.address}/app`,
    emulatorUrl: emulator?.url ?? "",
    mailboxUrl: mailbox.url,
    user: DEMO_USER,
    stripe: stripeAccess(settings),
    seed,
  }
}
