import type { Browser, Page } from "playwright-core"
import { openShop } from "../demo/seed"
import type { PlacedOrder } from "../demo/seed/orders"
import { demoStore, type DemoStore } from "./support/demo-store"
import { emulatorOf } from "./support/emulator"
import { launchBrowser } from "./support/launch-browser"
import { logInToAdmin } from "./support/log-in"
import { untilBooks } from "./support/order-books"
import { orderPage, type OrderPage } from "./support/order-page"
import { placeShirts } from "./support/place-shirts"

describe("an order that owes the customer after a change of Medusa's own", () => {
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

  const owed = () => page.getByRole("region", { name: "Owed to the customer" })
  const refundOwed = () => owed().getByRole("button", { name: /^Refund .*\d/ })
  const amountsAtStripe = async (order: PlacedOrder) =>
    (await emulatorOf(store).refundsOf(order)).map(({ amount }) => amount)

  /** A return of one shirt, requested past this plugin. */
  async function returnOneShirt({ id }: PlacedOrder): Promise<void> {
    const { admin } = await openShop(store, store.seed)
    const { order } = await admin.admin.order.retrieve(id)
    const { return: opened } = await admin.admin.return.initiateRequest({
      order_id: id,
      location_id: store.seed.catalog.shipping.locationId,
    })
    await admin.admin.return.addReturnItem(opened.id, {
      items: order.items.map((item) => ({ id: item.id, quantity: 1 })),
    })
    await admin.admin.return.confirmRequest(opened.id, {})
  }

  it("is settled by one press on what is owed, and the focus stays near", async () => {
    const order = await placeShirts(store, { shipped: 3 })
    await returnOneShirt(order)
    await untilBooks(store, order, { pending: "-19.82" })
    await admin.open(order)
    await owed()
      .getByText("An edit, return or claim lets the order owe €19.82.")
      .waitFor()
    expect(await refundOwed().textContent()).toBe("Refund €19.82")
    await refundOwed().dblclick()
    await page.getByText("€19.82 refunded.").waitFor()
    await owed().waitFor({ state: "detached" })
    await admin.refunds.getByText("Refunded", { exact: true }).waitFor()
    await admin.balance.getByText("€45.48").waitFor()
    await page.waitForFunction(
      "document.activeElement?.textContent === 'Refund'"
    )
    expect(await amountsAtStripe(order)).toEqual([1982])
    await untilBooks(store, order, {
      pending: "0.00",
      payment_status: "partially_refunded",
    })
  })

  /** Breaks the connection of every refund that is sent. */
  const breakConnection = async (order: PlacedOrder, isSent: boolean) => {
    const create = `**/admin/orders/${order.id}/refunds`
    await page.route(create, async (route) => {
      if (route.request().method() !== "POST") {
        return await route.continue()
      }
      if (isSent) {
        await route.fetch()
      }
      await route.abort("connectionreset")
    })
    return () => page.unroute(create)
  }

  it("is refunded by a second press when the first did not get through", async () => {
    const order = await placeShirts(store, { shipped: 3 })
    await returnOneShirt(order)
    await untilBooks(store, order, { pending: "-19.82" })
    await admin.open(order)
    const mend = await breakConnection(order, false)
    await refundOwed().click()
    await owed().getByRole("alert").waitFor()
    expect(await amountsAtStripe(order)).toEqual([])
    await mend()
    await refundOwed().click()
    await owed().waitFor({ state: "detached" })
    expect(await amountsAtStripe(order)).toEqual([1982])
  })

  it("is not owed any more when only the answer was lost", async () => {
    const order = await placeShirts(store, { shipped: 3 })
    await returnOneShirt(order)
    await untilBooks(store, order, { pending: "-19.82" })
    await admin.open(order)
    const mend = await breakConnection(order, true)
    await refundOwed().click()
    await owed().waitFor({ state: "detached" })
    await admin.refunds.getByText("Refunded", { exact: true }).waitFor()
    expect(await amountsAtStripe(order)).toEqual([1982])
    await mend()
  })

  it("owes nothing for a returned shirt that was refunded before", async () => {
    const order = await placeShirts(store, { shipped: 3 })
    await admin.open(order)
    await admin.refundOneShirt()
    await admin.balance.getByText("€45.48").waitFor()
    await returnOneShirt(order)
    await untilBooks(store, order, { pending: "0.00" })
    await admin.open(order)
    await admin.balance.getByText("€45.48").waitFor()
    expect(await owed().count()).toBe(0)
    expect(await amountsAtStripe(order)).toEqual([1982])
  })
})
