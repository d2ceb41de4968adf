import type { Browser, Page } from "playwright-core"
import type { PlacedOrder } from "../demo/seed/orders"
import { demoStore, type DemoStore } from "./support/demo-store"
import { emulatorOf } from "./support/emulator"
import { launchBrowser } from "./support/launch-browser"
import { logInToAdmin } from "./support/log-in"
import { placeShirts } from "./support/place-shirts"

describe("refunding in the admin", () => {
  let store: DemoStore
  let browser: Browser
  let page: Page
  let order: PlacedOrder

  beforeAll(async () => {
    store = demoStore()
    browser = await launchBrowser()
    page = await logInToAdmin(browser, store)
  })
  afterAll(() => browser.close())

  /** An order of three discounted, taxed shirts of its own for every test. */
  beforeEach(async () => {
    order = await placeShirts(store)
    await page.goto(`${store.adminUrl}/orders/${order.id}`)
    await refundButton().waitFor()
  })

  const refundButton = () =>
    page.getByRole("button", { name: "Refund", exact: true })
  const drawer = () => page.getByRole("dialog", { name: "Refund order" })
  const submit = () => drawer().getByRole("button", { name: /^Refund .*\d/ })
  const oneMore = () => drawer().getByRole("button", { name: /^One more/ })
  const widget = () => page.getByRole("figure", { name: "Refund balance" })

  const refundsAtStripe = () => emulatorOf(store).refundsOf(order)

  it("refunds one of three shirts: the same amount in the widget, in Medusa's payment and at Stripe", async () => {
    await page.getByText("Nothing was refunded yet.").waitFor()
    await refundButton().click()
    await drawer().getByText("3 of 3 left", { exact: false }).waitFor()
    await oneMore().click()
    await submit().waitFor()
    expect(await submit().textContent()).toBe("Refund €19.82")
    await submit().click()
    await drawer().waitFor({ state: "hidden" })
    await page.getByText("€19.82 refunded.").waitFor()
    await page
      .getByRole("list", { name: "Refunds" })
      .getByText("Refunded")
      .waitFor()
    await widget().getByText("€45.48").waitFor()
    // Medusa's own sections of the same page.
    await page.getByText("- €19.82").waitFor()
    await page.getByText("Partially refunded").first().waitFor()
    const refunds = await refundsAtStripe()
    expect(refunds.map(({ amount, status }) => [amount, status])).toEqual([
      [1982, "succeeded"],
    ])
  })

  it("sends one refund when the button is pressed twice", async () => {
    await refundButton().click()
    await oneMore().click()
    await submit().waitFor()
    await submit().dblclick()
    await drawer().waitFor({ state: "hidden" })
    expect(await refundsAtStripe()).toHaveLength(1)
  })

  it("is done with the keyboard alone, and the focus comes back", async () => {
    await refundButton().focus()
    await page.keyboard.press("Enter")
    await drawer().waitFor()
    const quantity = drawer().getByRole("spinbutton", { name: /^Quantity of/ })
    await quantity.waitFor()
    const focused = page.locator(":focus")
    for (let presses = 0; presses < 20; presses++) {
      const name = await focused.getAttribute("aria-label")
      if (name?.startsWith("Quantity of")) {
        break
      }
      await page.keyboard.press("Tab")
    }
    await page.keyboard.press("ArrowUp")
    await page.keyboard.press("ArrowUp")
    await submit().waitFor()
    await page.keyboard.press("Control+Enter")
    await drawer().waitFor({ state: "hidden" })
    await page.waitForFunction(
      "document.activeElement?.textContent === 'Refund'"
    )
    expect((await refundsAtStripe()).map(({ amount }) => amount)).toEqual([
      3965,
    ])
  })

  it("never refunds by Enter in a field", async () => {
    await refundButton().click()
    await oneMore().click()
    await submit().waitFor()
    await drawer()
      .getByRole("spinbutton", { name: /^Quantity of/ })
      .press("Enter")
    await page.waitForTimeout(500)
    expect(await refundsAtStripe()).toEqual([])
    expect(await drawer().isVisible()).toBe(true)
  })

  it("sends the same request again when the answer was lost, so that one refund is made", async () => {
    await refundButton().click()
    await oneMore().click()
    await submit().waitFor()
    const create = `**/admin/orders/${order.id}/refunds`
    await page.route(create, async (route) => {
      await route.fetch()
      await route.abort("connectionreset")
    })
    await submit().click()
    await drawer().getByRole("alert").first().waitFor()
    await page.unroute(create)
    await submit().click()
    await drawer().waitFor({ state: "hidden" })
    expect((await refundsAtStripe()).map(({ amount }) => amount)).toEqual([
      1982,
    ])
  })

  it("shows what is wrong next to the amount it is about", async () => {
    await refundButton().click()
    await drawer()
      .getByRole("button", { name: /^Enter an amount for/ })
      .click()
    const amount = drawer().getByRole("textbox", { name: /^Amount for/ })
    await amount.fill("100")
    const row = drawer().getByRole("group", { name: "Trail Shirt" })
    await row
      .getByRole("alert")
      .getByText("less than 100.00", { exact: false })
      .waitFor()
    expect(await submit().count()).toBe(0)
    await amount.fill("10,50")
    await submit().waitFor()
    expect(await submit().textContent()).toBe("Refund €10.50")
    expect(await row.getByRole("alert").count()).toBe(0)
  })

  it("refunds everything that is left with one press, and then nothing is left", async () => {
    await refundButton().click()
    await drawer()
      .getByRole("button", { name: "Refund everything left" })
      .click()
    await submit().click()
    await drawer().waitFor({ state: "hidden" })
    await page.getByText("Refunded", { exact: true }).first().waitFor()
    await widget().getByText("€0.00").first().waitFor()
    await page
      .locator('button[aria-disabled="true"]:text-is("Refund")')
      .waitFor()
    expect(await refundsAtStripe()).toHaveLength(1)
  })

  it("says why an order that was not captured cannot be refunded", async () => {
    const authorised = store.seed.orders.find(
      ({ key }) => key === "authorised_only"
    )
    await page.goto(`${store.adminUrl}/orders/${authorised?.id}`)
    await page.getByText("Nothing was captured", { exact: false }).waitFor()
    expect(await refundButton().getAttribute("aria-disabled")).toBe("true")
  })
})
