import type { Browser, Page } from "playwright-core"
import type { PlacedOrder } from "../demo/seed/orders"
import { demoStore, type DemoStore } from "./support/demo-store"
import { emulatorOf, type Emulator } from "./support/emulator"
import { launchBrowser } from "./support/launch-browser"
import { logInToAdmin } from "./support/log-in"
import { comeBackFor, orderPage, type OrderPage } from "./support/order-page"
import { placeShirts } from "./support/place-shirts"

const WEEK_MS = 7 * 24 * 60 * 60 * 1000

describe("a refund that fails a week later", () => {
  let store: DemoStore
  let browser: Browser
  let page: Page
  let emulator: Emulator
  let admin: OrderPage
  let order: PlacedOrder

  beforeAll(async () => {
    store = demoStore()
    emulator = emulatorOf(store)
    browser = await launchBrowser()
    page = await logInToAdmin(browser, store)
    admin = orderPage(page, store)
  })
  afterAll(() => browser.close())

  const stillOwed = () =>
    page.getByText("€19.82 is still owed to the customer.")

  /** What Medusa's own summary says is to be paid. */
  const outstanding = (amount: string) =>
    page
      .getByText("Outstanding amount")
      .locator("..")
      .getByText(`€ ${amount} EUR`)

  beforeEach(async () => {
    order = await placeShirts(store)
    await admin.open(order)
    await admin.refundOneShirt()
    await admin.balance.getByText("€45.48").waitFor()
    const [refund] = await emulator.refundsOf(order)
    await emulator.call("advanceClock", WEEK_MS)
    await emulator.call("failRefund", String(refund?.id), "declined")
    await comeBackFor(stillOwed())
  })

  const expectNothingOwed = async () => {
    await stillOwed().waitFor({ state: "detached" })
    await page
      .getByText("Owed after failed refunds")
      .waitFor({ state: "detached" })
    expect(await admin.actions.count()).toBe(0)
    await outstanding("0.00").waitFor()
  }

  it("is owed to the customer: the widget, Medusa's summary and the feed say so", async () => {
    await admin.refunds.getByText("Failed", { exact: true }).waitFor()
    await admin.refunds
      .getByText("The customer's bank refused the money", { exact: false })
      .waitFor()
    await admin.balance.getByText("Owed after failed refunds: €19.82").waitFor()
    await outstanding("-19.82").waitFor()
    await page.keyboard.press("Control+n")
    await page
      .getByRole("dialog", { name: "Notifications" })
      .getByText(`Refund of order #${order.display_id} failed`)
      .waitFor()
  })

  it("is paid by a retry, with a second refund at Stripe", async () => {
    await page.getByRole("button", { name: /^Retry refund #\d+$/ }).click()
    await expectNothingOwed()
    await admin.refunds.getByText("Refunded", { exact: true }).waitFor()
    await admin.balance.getByText("€45.48").waitFor()
    const refunds = await emulator.refundsOf(order)
    expect(refunds.map(({ amount, status }) => [amount, status])).toEqual([
      [1982, "failed"],
      [1982, "succeeded"],
    ])
  })

  it("to a closed card offers no retry at first sight", async () => {
    await page.getByRole("button", { name: /^Retry refund #\d+$/ }).click()
    await expectNothingOwed()
    const [, second] = await emulator.refundsOf(order)
    await emulator.call("failRefund", String(second?.id))
    await comeBackFor(stillOwed())
    await admin.refunds
      .getByText("the customer's card or account is closed", { exact: false })
      .waitFor()
    expect(
      await page.getByRole("button", { name: /^Retry refund #\d+$/ }).count()
    ).toBe(0)
    await admin.actions.click()
    await page.getByRole("menuitem", { name: "Retry" }).waitFor()
    await page.keyboard.press("Escape")
  })

  it("is settled by the reference of another payment, and Stripe is not asked", async () => {
    await admin.actions.click()
    await page.getByRole("menuitem", { name: "Settle another way" }).click()
    const drawer = page.getByRole("dialog", { name: /^Settle refund #\d+$/ })
    const settle = drawer.getByRole("button", { name: "Settle", exact: true })
    expect(await settle.isDisabled()).toBe(true)
    await drawer.getByRole("textbox", { name: "Reference" }).fill("SEPA-4711")
    await settle.click()
    await drawer.waitFor({ state: "hidden" })
    await expectNothingOwed()
    await admin.refunds
      .getByText("Paid another way: SEPA-4711")
      .first()
      .waitFor()
    expect(await emulator.refundsOf(order)).toHaveLength(1)
  })

  it("is withdrawn when it is confirmed, and can be refunded again", async () => {
    const withdraw = async (answer: string) => {
      await admin.actions.click()
      await page.getByRole("menuitem", { name: "Withdraw" }).click()
      const prompt = page.getByRole("alertdialog", {
        name: /^Withdraw refund #\d+\?$/,
      })
      await prompt.getByRole("button", { name: answer, exact: true }).click()
      await prompt.waitFor({ state: "hidden" })
    }
    await withdraw("Go back")
    expect(await stillOwed().count()).toBe(1)
    await withdraw("Withdraw")
    await expectNothingOwed()
    await admin.refunds.getByText("Withdrawn", { exact: true }).waitFor()
    await admin.refundButton.click()
    await admin.drawer.getByText("3 of 3 left").waitFor()
  })
})
