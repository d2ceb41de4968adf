import { mkdirSync } from "node:fs"
import { join } from "node:path"
import type { Browser, Page } from "playwright-core"
import type { DemoStore } from "../integration-tests/browser/support/demo-store"
import { emulatorOf } from "../integration-tests/browser/support/emulator"
import { startFreshDemo } from "../integration-tests/browser/support/fresh-demo"
import { launchBrowser } from "../integration-tests/browser/support/launch-browser"
import { logInToAdmin } from "../integration-tests/browser/support/log-in"
import {
  comeBackFor,
  orderPage,
} from "../integration-tests/browser/support/order-page"
import { placeShirts } from "../integration-tests/browser/support/place-shirts"
import { openStripeDashboard } from "../integration-tests/browser/support/stripe-dashboard"
import { CleanUp } from "./demo/clean-up"
import { PACKAGE_FOLDER } from "./demo/paths"
import { printProgress } from "./demo/progress"
import { takeStorefront } from "./screenshots/storefront"

const FOLDER = join(PACKAGE_FOLDER, "docs/images")

/** `npm run screenshots`: the pictures of the documents, taken from the demo. */
async function main(cleanUp: CleanUp): Promise<void> {
  const progress = printProgress(process.stdout)
  const store = await startFreshDemo(cleanUp, progress)
  const browser = await launchBrowser()
  cleanUp.add(() => browser.close())
  const page = await logInToAdmin(browser, store)
  await page.setViewportSize({ width: 1440, height: 1200 })
  mkdirSync(FOLDER, { recursive: true })
  await progress("Pictures", async () => {
    await takeRefund(page, store)
    await takeFailedRefund(page, store)
    await takeOutsideRefund(page, browser, store)
    await takeDispute(page, browser, store)
    await takeReconciliation(page, browser, store)
    await takeStorefront(browser, store, picture)
  })
}

/** Refunds one of the three shirts of the first order. */
async function takeRefund(page: Page, store: DemoStore): Promise<void> {
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

/** A card that was closed before the money arrived. */
async function takeFailedRefund(page: Page, store: DemoStore): Promise<void> {
  const order = await placeShirts(store)
  const admin = orderPage(page, store)
  const emulator = emulatorOf(store)
  await admin.open(order)
  await admin.refundOneShirt()
  const [refund] = await emulator.refundsOf(order)
  await emulator.call("failRefund", String(refund?.id))
  await comeBackFor(page.getByText("is still owed", { exact: false }))
  // Without the message that it was refunded.
  await admin.open(order)
  await picture(page, "failed-refund")
}

/** One that a colleague made in the Stripe Dashboard. */
async function takeOutsideRefund(
  page: Page,
  browser: Browser,
  store: DemoStore
): Promise<void> {
  const order = await placeShirts(store)
  const dashboard = await openStripeDashboard(browser, store)
  await dashboard.refund("25.00")
  await dashboard.close()
  const admin = orderPage(page, store)
  await admin.open(order)
  await comeBackFor(page.getByText("Not assigned to items"))
  await picture(page, "outside-refund")
  await admin.actions.click()
  await page.getByRole("menuitem", { name: "Assign to items" }).click()
  await page.getByRole("button", { name: "One more Trail Shirt" }).click()
  await page.getByRole("button", { name: /^Assign .*\d/ }).waitFor()
  await picture(page, "assign")
}

async function takeDispute(
  page: Page,
  browser: Browser,
  store: DemoStore
): Promise<void> {
  const order = await placeShirts(store)
  const dashboard = await openStripeDashboard(browser, store)
  await dashboard.dispute()
  await dashboard.close()
  await orderPage(page, store).open(order)
  await comeBackFor(page.getByText("The customer disputes", { exact: false }))
  await picture(page, "dispute")
}

/** What webhooks have missed. */
async function takeReconciliation(
  page: Page,
  browser: Browser,
  store: DemoStore
): Promise<void> {
  const emulator = emulatorOf(store)
  await emulator.call("setWebhookMode", "hold")
  const dashboard = await openStripeDashboard(browser, store)
  for (const amount of ["12.34", "5.00"]) {
    await placeShirts(store)
    await dashboard.refund(amount)
  }
  await dashboard.close()
  await page.goto(`${store.adminUrl}/refund-reconciliations`)
  await page.getByRole("button", { name: "Reconcile now" }).click()
  await page.getByText("The reconciliation is finished.").waitFor()
  await picture(page, "reconciliations")
  await page
    .getByRole("button", { name: /^Show the entries of/ })
    .first()
    .click()
  await picture(page, "reconciliation")
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
