import type { Browser, Page } from "playwright-core"
import { demoStore, type DemoStore } from "./support/demo-store"
import { emulatorOf, type Emulator } from "./support/emulator"
import { launchBrowser } from "./support/launch-browser"
import { logInToAdmin } from "./support/log-in"
import { untilBooks } from "./support/order-books"
import { orderPage, type OrderPage } from "./support/order-page"
import { placeShirts } from "./support/place-shirts"

describe("goods that move while no money does", () => {
  let store: DemoStore
  let browser: Browser
  let page: Page
  let emulator: Emulator
  let admin: OrderPage

  beforeAll(async () => {
    store = demoStore()
    emulator = emulatorOf(store)
    browser = await launchBrowser()
    page = await logInToAdmin(browser, store)
    admin = orderPage(page, store)
  })
  afterAll(() => browser.close())

  const oneMore = () => admin.drawer.getByRole("button", { name: /^One more/ })

  it("are named by the button when their money was refunded before", async () => {
    const order = await placeShirts(store)
    await admin.open(order)
    await admin.refundButton.click()
    await admin.drawer
      .getByRole("button", { name: /^Enter an amount for/ })
      .click()
    await admin.drawer
      .getByRole("textbox", { name: /^Amount for/ })
      .fill("59.47")
    await admin.submit.click()
    await admin.drawer.waitFor({ state: "hidden" })
    await admin.balance.getByText("€5.83").waitFor()

    await admin.refundButton.click()
    await oneMore().click()
    await admin.drawer
      .getByRole("button", { name: "Take off the order", exact: true })
      .click()
    await admin.drawer.waitFor({ state: "hidden" })
    await page
      .getByText("The goods are moved. There was no money to refund.")
      .waitFor()
    await admin.refunds.getByText("Taken off the order").waitFor()
    expect(
      (await emulator.refundsOf(order)).map(({ amount }) => amount)
    ).toEqual([5947])
    await untilBooks(store, order, {
      quantity: 2,
      reserved: 2,
      pending: "0.00",
    })
  })

  it("are gone when the bank refuses: the order owes the money, and a retry pays it", async () => {
    const order = await placeShirts(store)
    await admin.open(order)
    await admin.refundButton.click()
    await oneMore().click()
    await admin.submit.waitFor()
    await emulator.call("addFault", {
      method: "POST",
      path: "/v1/refunds",
      effect: "decline",
      error: {
        status: 400,
        code: "charge_not_refundable",
        message: "This charge cannot be refunded any more.",
      },
    })
    await admin.submit.click()
    await admin.drawer.waitFor({ state: "hidden" })
    await emulator.call("clearFaults")
    await page
      .getByText("The refund failed. See the refund for details.")
      .waitFor()
    await admin.refunds.getByText("Taken off the order").waitFor()
    await page.getByText("€19.82 is still owed to the customer.").waitFor()
    // It is paid by its own retry, not as a further debt.
    expect(
      await page.getByRole("region", { name: "Owed to the customer" }).count()
    ).toBe(0)
    await untilBooks(store, order, { quantity: 2, pending: "-19.82" })

    await page.getByRole("button", { name: /^Retry refund #\d+$/ }).click()
    await admin.refunds.getByText("Refunded", { exact: true }).waitFor()
    await untilBooks(store, order, { quantity: 2, pending: "0.00" })
  })
})
