import type { Browser, Page, Request } from "playwright-core"
import type { PlacedOrder } from "../demo/seed/orders"
import { openShop } from "../demo/seed"
import { demoStore, type DemoStore } from "./support/demo-store"
import { launchBrowser } from "./support/launch-browser"
import { logInToAdmin } from "./support/log-in"
import { orderDrawers } from "./support/order-drawers"
import { orderPage, type OrderPage } from "./support/order-page"
import { placeShirts } from "./support/place-shirts"

/** The dashboard asks for JSON in so many words, in each request of its own. */
const isOfWidget = (request: Request): boolean =>
  new URL(request.url()).pathname.startsWith("/admin/") &&
  request.headers().accept !== "application/json"

describe("the page of an order", () => {
  let store: DemoStore
  let browser: Browser
  let page: Page
  let admin: OrderPage
  let order: PlacedOrder
  const asked: string[] = []

  /** A refund, an edit, and money that is owed: all that the widget can show. */
  async function makeHistory({ id }: PlacedOrder): Promise<void> {
    const { admin: sdk } = await openShop(store, store.seed)
    const path = `/admin/orders/${id}`
    const { refund_reasons } = await sdk.admin.refundReason.list()
    await sdk.client.fetch(`${path}/refunds`, {
      method: "POST",
      body: { shipping: "all", refund_reason_id: refund_reasons[0]?.id },
    })
    const { order } = await sdk.admin.order.retrieve(id)
    const items = order.items.map((item) => ({ item_id: item.id, quantity: 2 }))
    await sdk.client.fetch(`${path}/edits`, {
      method: "POST",
      body: { items, settle: "later" },
    })
  }

  beforeAll(async () => {
    store = demoStore()
    order = await placeShirts(store)
    await makeHistory(order)
    browser = await launchBrowser()
    page = await logInToAdmin(browser, store)
    admin = orderPage(page, store)
    page.on("request", (request) => {
      if (isOfWidget(request)) {
        const { pathname } = new URL(request.url())
        asked.push(`${request.method()} ${pathname}`)
      }
    })
  })
  afterAll(() => browser.close())

  const owed = () => page.getByRole("region", { name: "Owed to the customer" })

  it("shows everything of the widget by one request, and one for what customers ask for", async () => {
    await admin.open(order)
    await admin.refunds.getByText("by admin@example.com").waitFor()
    await admin.history.getByText(": 3 → 2", { exact: false }).waitFor()
    await owed().getByRole("button", { name: "Refund €19.82" }).waitFor()
    await page.waitForLoadState("networkidle")
    expect(asked.sort()).toEqual([
      `GET /admin/orders/${order.id}/refunds`,
      "GET /admin/refund-requests",
    ])
  })

  it("reads the order for a drawer once that is opened, anew each time", async () => {
    const drawers = orderDrawers(page)
    for (const _ of ["first", "second"]) {
      asked.length = 0
      await drawers.openEdit()
      await drawers.edit.getByRole("button", { name: /^One less/ }).waitFor()
      expect(asked).toEqual([`GET /admin/orders/${order.id}`])
      await page.keyboard.press("Escape")
      await drawers.edit.waitFor({ state: "hidden" })
    }
  })

  it("says in the drawer that the order could not be read, and tries again", async () => {
    const drawers = orderDrawers(page)
    const read = `**/admin/orders/${order.id}?*`
    await page.route(read, (route) => route.abort("connectionreset"))
    await drawers.openEdit()
    await drawers.edit
      .getByText("The order could not be loaded.")
      .waitFor({ timeout: 20_000 })
    await page.unroute(read)
    await drawers.edit.getByRole("button", { name: "Try again" }).click()
    await drawers.edit.getByRole("button", { name: /^One less/ }).waitFor()
  })
})
