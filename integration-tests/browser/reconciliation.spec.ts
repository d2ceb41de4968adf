import type { Browser, Page } from "playwright-core"
import { demoStore, type DemoStore } from "./support/demo-store"
import { emulatorOf, type Emulator } from "./support/emulator"
import { launchBrowser } from "./support/launch-browser"
import { logInToAdmin } from "./support/log-in"
import { orderPage } from "./support/order-page"
import { placeShirts } from "./support/place-shirts"
import { openStripeDashboard } from "./support/stripe-dashboard"

describe("a refund at Stripe that the store was not told of", () => {
  let store: DemoStore
  let browser: Browser
  let page: Page
  let emulator: Emulator

  beforeAll(async () => {
    store = demoStore()
    emulator = emulatorOf(store)
    browser = await launchBrowser()
    page = await logInToAdmin(browser, store)
    await emulator.call("setWebhookMode", "hold")
  })
  afterAll(async () => {
    await emulator.call("setWebhookMode", "auto")
    await browser.close()
  })

  it("is found by a reconciliation, which says what it did", async () => {
    const order = await placeShirts(store)
    const dashboard = await openStripeDashboard(browser, store)
    await dashboard.refund("12.34")

    await page.goto(`${store.adminUrl}/refund-reconciliations`)
    await page.getByRole("button", { name: "Reconcile now" }).click()
    await page
      .getByRole("status")
      .getByText("The reconciliation is finished.", { exact: false })
      .waitFor({ timeout: 60_000 })
    await page
      .getByRole("button", { name: /^Show the entries of/ })
      .first()
      .click()
    const run = page.getByRole("dialog", { name: /^Reconciliation of/ })
    const entry = run
      .getByRole("listitem")
      .filter({ hasText: `#${order.display_id}` })
    await entry.getByText("Imported", { exact: true }).waitFor()
    await entry.getByText("12.34", { exact: false }).waitFor()

    await entry.getByRole("link").click()
    const { refunds } = orderPage(page, store)
    await refunds.getByText("Stripe Dashboard").waitFor()
    await refunds.getByText("€12.34").first().waitFor()
  })
})
