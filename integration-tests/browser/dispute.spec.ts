import type { Browser, Page } from "playwright-core"
import { demoStore, type DemoStore } from "./support/demo-store"
import { launchBrowser } from "./support/launch-browser"
import { logInToAdmin } from "./support/log-in"
import { comeBackFor, orderPage, type OrderPage } from "./support/order-page"
import { placeShirts } from "./support/place-shirts"
import {
  openStripeDashboard,
  type StripeDashboard,
} from "./support/stripe-dashboard"

describe("a payment that the customer disputes", () => {
  let store: DemoStore
  let browser: Browser
  let page: Page
  let dashboard: StripeDashboard
  let admin: OrderPage

  beforeAll(async () => {
    store = demoStore()
    browser = await launchBrowser()
    page = await logInToAdmin(browser, store)
    dashboard = await openStripeDashboard(browser, store)
    admin = orderPage(page, store)
  })
  afterAll(() => browser.close())

  it("cannot be refunded, and the page says why, until the dispute is won", async () => {
    const banner = page.getByText("The customer disputes €65.30", {
      exact: false,
    })
    await admin.open(await placeShirts(store))
    await dashboard.dispute()
    await comeBackFor(banner)
    expect(await admin.refundButton.getAttribute("aria-disabled")).toBe("true")
    await admin.refundButton.hover()
    await page
      .getByRole("tooltip")
      .getByText("A dispute holds the money of this order", { exact: false })
      .waitFor()
    await dashboard.winDispute()
    const free = page.locator('button[aria-disabled="false"]:text-is("Refund")')
    await comeBackFor(free)
    await banner.waitFor({ state: "detached" })
    await admin.refundOneShirt()
    await admin.refunds.getByText("Refunded", { exact: true }).waitFor()
  })
})
