import type { Browser, Page } from "playwright-core"
import type { PlacedOrder } from "../demo/seed/orders"
import { demoStore, type DemoStore } from "./support/demo-store"
import { emulatorOf } from "./support/emulator"
import { launchBrowser } from "./support/launch-browser"
import { logInToAdmin } from "./support/log-in"
import { readOrderBooks, untilBooks } from "./support/order-books"
import { orderPage, type OrderPage } from "./support/order-page"
import { placeShirts } from "./support/place-shirts"

describe("a refund that moves goods", () => {
  let store: DemoStore
  let browser: Browser
  let page: Page
  let admin: OrderPage

  beforeAll(async () => {
    store = demoStore()
    browser = await launchBrowser()
    page = await logInToAdmin(browser, store)
    admin = orderPage(page, store)
  })
  afterAll(() => browser.close())

  const choice = (name: string) => admin.drawer.getByRole("radio", { name })
  const oneMore = () => admin.drawer.getByRole("button", { name: /^One more/ })
  const amountsAtStripe = async (order: PlacedOrder) =>
    (await emulatorOf(store).refundsOf(order)).map(({ amount }) => amount)

  /** What Medusa's own summary says is to be paid. */
  const outstanding = (amount: string) =>
    page
      .getByText("Outstanding amount")
      .locator("..")
      .getByText(`€ ${amount} EUR`)

  it("takes an unshipped shirt off the order: two are left, and its stock is free", async () => {
    const order = await placeShirts(store)
    const before = await readOrderBooks(store, order)
    expect(before).toMatchObject({ quantity: 3, reserved: 3, pending: "0.00" })
    await admin.open(order)
    await admin.refundButton.click()
    await oneMore().click()
    expect(await choice("Take off the order").isChecked()).toBe(true)
    expect(await choice("Return").isDisabled()).toBe(true)
    await admin.drawer
      .getByText(
        "1 of 3 not shipped yet: leaves the order, reservation released."
      )
      .waitFor()
    await admin.submit.click()
    await admin.drawer.waitFor({ state: "hidden" })
    await admin.refunds.getByText("Taken off the order").waitFor()
    await admin.balance.getByText("€45.48").waitFor()
    // Medusa's own section of the page.
    await page.getByText("2x", { exact: true }).first().waitFor()
    await outstanding("0.00").waitFor()
    expect(await amountsAtStripe(order)).toEqual([1982])
    await untilBooks(store, order, {
      quantity: 2,
      reserved: 2,
      stocked: before.stocked,
      pending: "0.00",
      payment_status: "partially_refunded",
    })
  })

  it("keeps what the merchant chose, and asks nothing about an amount", async () => {
    await admin.open(await placeShirts(store))
    await admin.refundButton.click()
    await oneMore().click()
    await choice("Customer keeps").click()
    await admin.drawer.getByText("is still shipped", { exact: false }).waitFor()
    await oneMore().click()
    expect(await choice("Customer keeps").isChecked()).toBe(true)
    await admin.drawer
      .getByRole("button", { name: /^Enter an amount for/ })
      .click()
    expect(await admin.drawer.getByRole("radio").count()).toBe(0)
  })

  it("is chosen with the keyboard alone", async () => {
    const order = await placeShirts(store, { shipped: 3 })
    await admin.open(order)
    await admin.refundButton.click()
    const quantity = admin.drawer.getByRole("spinbutton", {
      name: /^Quantity of/,
    })
    await quantity.focus()
    await page.keyboard.press("ArrowUp")
    const goods = admin.drawer.getByRole("radiogroup", {
      name: "What happens to Trail Shirt",
    })
    await goods.waitFor()
    await choice("Customer keeps").focus()
    // Radix follows an arrow only while it is held, as a person holds it.
    await page.keyboard.press("ArrowLeft", { delay: 200 })
    await admin.drawer
      .getByRole("radio", { name: "Return", checked: true })
      .waitFor()
    await admin.submit.waitFor()
    await page.keyboard.press("Control+Enter")
    await admin.drawer.waitFor({ state: "hidden" })
    await admin.refunds.getByText("Return opened").waitFor()
    expect(await amountsAtStripe(order)).toEqual([1982])
  })

  it("opens a return that is received in Medusa's own screen: the shirt is back, and nothing is owed", async () => {
    const order = await placeShirts(store, { shipped: 3 })
    const { stocked } = await readOrderBooks(store, order)
    await admin.open(order)
    await admin.refundButton.click()
    await oneMore().click()
    expect(await choice("Customer keeps").isChecked()).toBe(true)
    expect(await choice("Take off the order").isDisabled()).toBe(true)
    await choice("Return").click()
    await admin.drawer
      .getByText("Expected back at Warehouse", { exact: false })
      .waitFor()
    await admin.drawer
      .getByRole("combobox", { name: "Goods come back to" })
      .click()
    await page.getByRole("option", { name: "Warehouse" }).click()
    await admin.submit.click()
    await admin.drawer.waitFor({ state: "hidden" })
    await admin.refunds.getByText("Return opened").waitFor()
    expect(await amountsAtStripe(order)).toEqual([1982])
    await untilBooks(store, order, { quantity: 3, stocked, pending: "0.00" })

    await page.getByRole("link", { name: "Receive items" }).click()
    const receive = page
      .getByRole("dialog")
      .filter({ hasText: "Receive items for" })
    await receive.getByText("Warehouse").waitFor()
    // Medusa fills in what is expected once its own requests are through.
    await receive.locator('input[type="number"][value="1"]').waitFor()
    await receive.getByRole("button", { name: "Save" }).click()
    await receive.waitFor({ state: "hidden" })
    await untilBooks(store, order, { stocked: stocked + 1, pending: "0.00" })
    await admin.open(order)
    await outstanding("0.00").waitFor()
    expect(
      await page.getByRole("region", { name: "Owed to the customer" }).count()
    ).toBe(0)
    expect(await amountsAtStripe(order)).toEqual([1982])
  })

  it("takes everything that was not shipped off the order with one press, and leaves the rest with the customer", async () => {
    const order = store.seed.orders.find(
      ({ key }) => key === "partly_fulfilled"
    )
    if (!order) {
      throw new Error("The demo has no order that was shipped in part.")
    }
    await admin.open(order)
    await admin.refundButton.click()
    await admin.drawer
      .getByRole("button", { name: "Refund everything left" })
      .click()
    const goodsOf = (title: string, name: string) =>
      admin.drawer
        .getByRole("radiogroup", { name: `What happens to ${title}` })
        .getByRole("radio", { name })
    expect(await goodsOf("Camp Mug", "Take off the order").isChecked()).toBe(
      true
    )
    expect(await goodsOf("Rain Jacket", "Customer keeps").isChecked()).toBe(
      true
    )
    // One pair was not shipped and two were: no single answer fits all three.
    expect(await goodsOf("Wool Socks", "Return").isDisabled()).toBe(true)
    await admin.drawer
      .getByText("1 not shipped, 2 shipped", { exact: false })
      .waitFor()
    await admin.drawer
      .getByText("does not count all of these products", { exact: false })
      .waitFor()
    await goodsOf("Rain Jacket", "Return").click()
    await admin.submit.click()
    await admin.drawer.waitFor({ state: "hidden" })
    await admin.refunds.getByText("Taken off the order").waitFor()
    await admin.refunds.getByText("Return opened").waitFor()
    await admin.refunds.getByText("Goods not moved").waitFor()
    await untilBooks(store, order, { pending: "0.00" })
    await page
      .locator('button[aria-disabled="true"]:text-is("Refund")')
      .waitFor()
  })
})
