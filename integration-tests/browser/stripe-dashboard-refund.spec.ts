import type { Browser, Page } from "playwright-core"
import type { PlacedOrder } from "../demo/seed/orders"
import { demoStore, type DemoStore } from "./support/demo-store"
import { launchBrowser } from "./support/launch-browser"
import { logInToAdmin } from "./support/log-in"
import { comeBackFor, orderPage, type OrderPage } from "./support/order-page"
import { placeShirts } from "./support/place-shirts"
import {
  openStripeDashboard,
  type StripeDashboard,
} from "./support/stripe-dashboard"

describe("a refund made in the Stripe Dashboard", () => {
  let store: DemoStore
  let browser: Browser
  let page: Page
  let dashboard: StripeDashboard
  let admin: OrderPage
  let order: PlacedOrder

  beforeAll(async () => {
    store = demoStore()
    browser = await launchBrowser()
    page = await logInToAdmin(browser, store)
    dashboard = await openStripeDashboard(browser, store)
    admin = orderPage(page, store)
  })
  afterAll(() => browser.close())

  beforeEach(async () => {
    order = await placeShirts(store)
    await admin.open(order)
    await dashboard.refund("19.82")
    await comeBackFor(admin.refunds.getByText("Not assigned to items"))
  })

  it("is in the widget and in Medusa's payment, and the feed tells of it", async () => {
    await admin.refunds.getByText("Stripe Dashboard").waitFor()
    await admin.balance.getByText("€45.48").waitFor()
    await page.getByText("- €19.82").first().waitFor()
    await page.getByText("Partially refunded").first().waitFor()
    // The drawer of the bell, which has no accessible name.
    await page.keyboard.press("Control+n")
    const feed = page.getByRole("dialog", { name: "Notifications" })
    await feed
      .getByText(`Order #${order.display_id} was refunded at Stripe`)
      .waitFor()
    await feed
      .getByText("EUR 19.82 was refunded outside of this store.")
      .first()
      .waitFor()
  })

  it("is assigned to the item it was for, which has less left then", async () => {
    await admin.actions.click()
    await page.getByRole("menuitem", { name: "Assign to items" }).click()
    const drawer = page.getByRole("dialog", { name: /^Assign refund #\d+$/ })
    await drawer.getByText("€19.82 of it is not assigned").waitFor()
    await drawer.getByRole("button", { name: /^One more/ }).click()
    await drawer.getByRole("button", { name: "Assign €19.82" }).click()
    await drawer.waitFor({ state: "hidden" })
    await admin.refunds.getByText("1 × Trail Shirt").waitFor()
    expect(await page.getByText("Not assigned to items").count()).toBe(0)
    await admin.refundButton.click()
    await admin.drawer.getByText("2 of 3 left").waitFor()
  })

  it("is not assigned beyond what was refunded", async () => {
    await admin.actions.click()
    await page.getByRole("menuitem", { name: "Assign to items" }).click()
    const drawer = page.getByRole("dialog", { name: /^Assign refund #\d+$/ })
    await drawer.getByRole("button", { name: "Choose everything left" }).click()
    await drawer.getByText("At most €19.82 can be assigned.").waitFor()
    const submit = drawer.getByRole("button", { name: /^Assign/ })
    expect(await submit.isDisabled()).toBe(true)
  })
})
