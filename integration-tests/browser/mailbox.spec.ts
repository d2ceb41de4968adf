import type { Browser, Page } from "playwright-core"
import { demoStore, type DemoStore } from "./support/demo-store"
import { launchBrowser } from "./support/launch-browser"
import { logInToAdmin } from "./support/log-in"
import { orderPage } from "./support/order-page"
import { placeShirts } from "./support/place-shirts"

describe("the mailbox of the demo", () => {
  let store: DemoStore
  let browser: Browser
  let merchant: Page
  let customer: Page

  beforeAll(async () => {
    store = demoStore()
    browser = await launchBrowser()
    merchant = await logInToAdmin(browser, store)
    customer = await browser.newPage()
  })
  afterAll(() => browser.close())

  it("has one mail of a refund, without anybody asking for it", async () => {
    const order = await placeShirts(store)
    await customer.goto(store.mailboxUrl)
    const mails = customer
      .getByRole("group")
      .filter({ hasText: "We have refunded €19.82" })
    const before = await mails.count()
    const page = orderPage(merchant, store)
    await page.open(order)
    await page.refundOneShirt()
    await mails.nth(before).waitFor()
    expect(await mails.count()).toBe(before + 1)
    await mails.first().click()
    const mail = customer.frameLocator("details[open] iframe")
    await mail.getByText(`for order #${order.display_id}`).first().waitFor()
    await mail.getByText("€19.82", { exact: true }).first().waitFor()
  })
})
