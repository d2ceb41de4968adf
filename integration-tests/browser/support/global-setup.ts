import { CleanUp } from "../../../scripts/demo/clean-up"
import { printProgress } from "../../../scripts/demo/progress"
import { publishDemoStore } from "./demo-store"
import { startFreshDemo } from "./fresh-demo"

/** Undone by `global-teardown.ts`, which Jest runs in the same process. */
export const demoCleanUp = new CleanUp()

/** Starts one demo store for all browser tests. */
export default async function globalSetup(): Promise<void> {
  try {
    const progress = printProgress(process.stderr)
    publishDemoStore(await startFreshDemo(demoCleanUp, progress))
  } catch (error) {
    await demoCleanUp.run()
    throw error
  }
}
