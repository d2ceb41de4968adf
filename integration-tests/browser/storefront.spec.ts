import type { Browser, Page } from "playwright-core"
import type { PlacedOrder } from "../demo/seed/orders"
import { readUntil } from "../support/until"
import { A_PICTURE } from "./support/a-picture"
import { demoStore, type DemoStore } from "./support/demo-store"
import { emulatorOf, type Emulator } from "./support/emulator"
import { launchBrowser } from "./support/launch-browser"
import { logInToAdmin } from "./support/log-in"
import { mailsAbout } from "./support/mails-about"
import { merchantOf, placeThree, type Merchant } from "./support/merchant"
import { requestPage } from "./support/request-page"
import {
  openStorefrontWindow,
  type StorefrontPage,
} from "./support/storefront-page"

/** The page asks the store ever more seldom while nothing happens. */
const SEEN = { timeout: 90_000 }

describe("the storefront of a customer who is logged in", () => {
  let store: DemoStore
  let browser: Browser
  let emulator: Emulator
  let merchant: Merchant
  let admin: Page
  let shop: StorefrontPage
  let order: PlacedOrder

  beforeAll(async () => {
    store = demoStore()
    emulator = emulatorOf(store)
    merchant = await merchantOf(store)
    browser = await launchBrowser()
    admin = await logInToAdmin(browser, store)
    shop = await openStorefrontWindow(browser, store)
    await shop.logIn()
  })
  afterAll(() => browser.close())

  beforeEach(async () => {
    order = await placeThree(store)
    await shop.open(order)
  })

  const sent = () => shop.form.getByText("We have received your request")

  const askForTwo = async () => {
    await shop.choose(2)
    await shop.send.click()
    await sent().waitFor()
  }

  it("turns from requested to refunded without a reload, while the merchant acts in another window, and each mail comes once", async () => {
    await shop.choose(2)
    await shop.form
      .getByRole("combobox", { name: "Reason for Trail Shirt" })
      .selectOption({ index: 1 })
    await shop.form.getByLabel(/^Message/).fill("Too small.")
    await shop.form.getByLabel(/^Photos/).setInputFiles(A_PICTURE)
    await shop.form.getByRole("img", { name: "Photo 1" }).waitFor()
    await shop.send.click()
    await sent().waitFor()
    await shop.requests.getByText("Sent", { exact: true }).waitFor()
    await shop.requests.getByText("Photos: 1").waitFor()

    const { show, answer, submit, approval } = requestPage(admin, store)
    const request = { ...(await merchant.newestOf(order)), photos: 1 }
    await show(request)
    await answer(request, "Approve")
    await submit.click()
    await approval.waitFor({ state: "hidden" })
    await shop.requests.getByText("Approved", { exact: true }).waitFor(SEEN)
    const status = (text: string) =>
      shop.refunds.getByText(text, { exact: true }).first()
    await status("On its way").waitFor(SEEN)

    const [refund] = await emulator.refundsOf(order)
    await emulator.call("settleRefund", String(refund?.id))
    await status("Refunded").waitFor(SEEN)
    expect(await emulator.refundsOf(order)).toHaveLength(1)
    // Two of them are written at the same moment, so their order is not said.
    const mails = [
      `We have received your request for order #${order.display_id}`,
      "We have refunded €47.58",
      "Your refund of €47.58 is on its way",
      `Your refund request for order #${order.display_id} is approved`,
    ]
    const read = async () => (await mailsAbout(store, order)).sort()
    expect(await readUntil(mails, read, 90_000)).toEqual(mails)
  })

  it("sends a request once, however often the button is pressed", async () => {
    await shop.choose(1)
    await shop.send.dblclick()
    await sent().waitFor()
    expect(await merchant.requestsOf(order)).toHaveLength(1)
  })

  it("sends it once also where the answer was lost and it is sent again", async () => {
    const path = `**/store/orders/${order.id}/refund-requests`
    await shop.page.route(path, async (route) => {
      if (route.request().method() === "POST") {
        await route.fetch()
        await route.abort("connectionreset")
      } else {
        await route.continue()
      }
    })
    await shop.choose(1)
    await shop.send.click()
    await shop.form.getByText("There was no answer").waitFor()
    await shop.page.unroute(path)
    await shop.send.click()
    await sent().waitFor()
    expect(await merchant.requestsOf(order)).toHaveLength(1)
  })

  it("says what is missing where the focus is, and why a photo is not taken", async () => {
    await shop.send.click()
    await shop.form.getByText("Please choose at least one item.").waitFor()
    expect(await shop.page.evaluate("document.activeElement.textContent")).toBe(
      "Please choose at least one item."
    )
    await shop.form.getByLabel(/^Photos/).setInputFiles({
      ...A_PICTURE,
      name: "shirt.txt",
      mimeType: "text/plain",
    })
    await shop.form
      .getByText("One of the files is not a picture.")
      .first()
      .waitFor()
  })

  it("shows the shop's question, takes the answer, and takes a request back", async () => {
    await askForTwo()
    await merchant.decide(order, "ask", { note: "Which size fits?" })
    await shop.requests.getByText("Which size fits?").waitFor(SEEN)
    await shop.requests.getByLabel("Your answer").fill("L fits.")
    await shop.requests.getByRole("button", { name: "Send answer" }).click()
    await shop.requests.getByText("Sent", { exact: true }).waitFor()
    await shop.requests.getByRole("button", { name: /^Cancel request/ }).click()
    await shop.requests.getByRole("button", { name: "Yes, cancel it" }).click()
    await shop.requests.getByText("Canceled", { exact: true }).waitFor()
  })

  it("shows the words with which the shop declines", async () => {
    await askForTwo()
    await merchant.decide(order, "decline", { note: "Worn for a month." })
    await shop.requests.getByText("Declined", { exact: true }).waitFor(SEEN)
    await shop.requests.getByText("Worn for a month.").waitFor()
  })

  it("withdraws from a part of the order in two steps, and acknowledges it with the time", async () => {
    await shop.startWithdrawal.click()
    await shop.withdrawal
      .getByRole("combobox", { name: "Quantity of Trail Shirt" })
      .selectOption("1")
    await shop.confirmWithdrawal.click()
    await shop.withdrawal.getByText("Your name: Please fill this in.").waitFor()
    await shop.withdrawal.getByLabel("Your name").fill("Nina Richter")
    await shop.confirmWithdrawal.click()
    await shop.withdrawal
      .getByText(/^We received your withdrawal on .*\d{4} at \d+:\d\d:\d\d/)
      .waitFor()
    await shop.requests.getByText(/^Withdrawal \d+$/).waitFor()
    expect(await merchant.newestOf(order)).toMatchObject({
      kind: "withdrawal",
      name: "Nina Richter",
      lines: [{ quantity: 1 }],
    })
  })

  it("tells the truth about a refund that fails later", async () => {
    await merchant.refundShipping(order)
    const [refund] = await emulator.refundsOf(order)
    await emulator.call("failRefund", String(refund?.id), "declined")
    await shop.open(order)
    await shop.refunds
      .getByText("We still owe it to you", { exact: false })
      .waitFor(SEEN)
  })
})
