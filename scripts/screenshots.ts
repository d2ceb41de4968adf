import { mkdirSync } from "node:fs"
import { join } from "node:path"
import type { Page } from "playwright-core"
import type { DemoStore } from "../integration-tests/browser/support/demo-store"
import { startFreshDemo } from "../integration-tests/browser/support/fresh-demo"
import { launchBrowser } from "../integration-tests/browser/support/launch-browser"
import { logInToAdmin } from "../integration-tests/browser/support/log-in"
import { CleanUp } from "./demo/clean-up"
import { PACKAGE_FOLDER } from "./demo/paths"
import { printProgress } from "./demo/progress"

const FOLDER = join(PACKAGE_FOLDER, "docs/images")

/** `npm run screenshots`: the pictures of the README, taken from the demo. */
async function main(cleanUp: CleanUp): Promise<void> {
  const progress = printProgress(process.stdout)
  const store = await startFreshDemo(cleanUp, progress)
  const browser = await launchBrowser()
  cleanUp.add(() => browser.close())
  const page = await logInToAdmin(browser, store)
  await page.setViewportSize({ width: 1440, height: 1200 })
  mkdirSync(FOLDER, { recursive: true })
  await progress("Pictures", () => takePictures(page, store))
}

/** Refunds one of the three shirts of the first order. */
async function takePictures(page: Page, store: DemoStore): Promise<void> {
  const [order] = store.seed.orders
  await page.goto(`${store.adminUrl}/orders/${order.id}`)
  await page.getByRole("button", { name: "Refund", exact: true }).click()
  await page.getByRole("button", { name: "One more Trail Shirt" }).click()
  const submit = page.getByRole("button", { name: /^Refund .*\d/ })
  await submit.waitFor()
  await picture(page, "drawer")

  await submit.click()
  await submit.waitFor({ state: "detached" })
  // The balance in the widget follows the refund.
  await page.getByText("1 × Trail Shirt").first().waitFor()
  await page.waitForLoadState("networkidle")
  await picture(page, "order")
}

async function picture(page: Page, name: string): Promise<void> {
  // Wait for what slides in and fades out.
  await page.waitForTimeout(1_000)
  await page.screenshot({ path: join(FOLDER, `${name}.png`) })
}

const cleanUp = new CleanUp()
main(cleanUp)
  .catch((error: unknown) => {
    console.error(error)
    process.exitCode = 1
  })
  .finally(() => cleanUp.run())
