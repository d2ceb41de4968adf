import type { Browser, Page } from "playwright-core"
import { openShop } from "../demo/seed"
import type { PlacedOrder } from "../demo/seed/orders"
import { promotions } from "../demo/seed/promotions"
import { demoStore, type DemoStore } from "./support/demo-store"
import { emulatorOf } from "./support/emulator"
import { launchBrowser } from "./support/launch-browser"
import { logInToAdmin } from "./support/log-in"
import { untilBooks } from "./support/order-books"
import { orderDrawers } from "./support/order-drawers"
import { orderPage, type OrderPage } from "./support/order-page"
import { placeLike } from "./support/place-like"
import { placeShirts } from "./support/place-shirts"

describe("money that is authorised and not captured", () => {
  let store: DemoStore
  let browser: Browser
  let page: Page
  let admin: OrderPage
  let drawers: ReturnType<typeof orderDrawers>

  beforeAll(async () => {
    store = demoStore()
    browser = await launchBrowser()
    page = await logInToAdmin(browser, store)
    admin = orderPage(page, store)
    drawers = orderDrawers(page)
  })
  afterAll(() => browser.close())

  /** The three shirts, not captured. */
  const placeHeld = () =>
    placeLike(store, "authorised_only", {
      items: { shirt: 3 },
      promotion: promotions.tenEuros,
    })

  async function open({ id }: PlacedOrder): Promise<void> {
    await page.goto(`${store.adminUrl}/orders/${id}`)
    await drawers.menu.waitFor()
  }

  const button = (name: string | RegExp) =>
    drawers.release.getByRole("button", { name })
  const text = (words: string) =>
    drawers.release.getByText(words, { exact: false })

  /** What Stripe holds and took for an order. */
  async function intentOf({ id }: PlacedOrder) {
    const { admin } = await openShop(store, store.seed)
    const { order } = await admin.admin.order.retrieve(id, {
      fields: "id,status,*payment_collections.payments",
    })
    const payment = order.payment_collections?.[0]?.payments?.[0]
    const intents = (await emulatorOf(store).call("snapshot")).paymentIntents
    const intent = intents.find((each) => each.id === payment?.data?.id)
    return {
      order: order.status,
      status: intent?.status,
      received: intent?.amount_received,
      refunds: (await emulatorOf(store).refundsOf({ id } as PlacedOrder))
        .length,
    }
  }

  it("is released for one shirt, the rest is captured, and the books close", async () => {
    const order = await placeHeld()
    await open(order)
    await drawers.openRelease()
    await button(/^Release €65\.30 and cancel the order$/).waitFor()
    await button("Clear").click()
    await text("Nothing is chosen yet.").waitFor()
    await button(/^One more/).click()
    await text("the hold of €65.30 disappears").waitFor()
    await text("€45.48 is charged.").waitFor()
    await button("Release €19.82, capture €45.48").dblclick()
    await drawers.release.waitFor({ state: "hidden" })
    await page.getByText("€19.82 released, €45.48 captured.").waitFor()
    expect(await intentOf(order)).toMatchObject({
      status: "succeeded",
      received: 4548,
      refunds: 0,
    })
    await untilBooks(store, order, {
      quantity: 2,
      reserved: 2,
      pending: "0.00",
      payment_status: "captured",
    })
    await admin.history.getByText("Captured", { exact: true }).waitFor()
    await admin.history.getByText("€45.48").waitFor()
    // What was captured is edited or refunded from now on.
    await page.getByRole("button", { name: "Refund", exact: true }).waitFor()
    await drawers.menu.click()
    await page.getByRole("menuitem", { name: "Edit order" }).waitFor()
  })

  it("is let go altogether only by a second press, and the order is cancelled", async () => {
    const order = await placeHeld()
    await open(order)
    await drawers.openRelease()
    await text("nothing is charged. The order is canceled.").waitFor()
    await button(/and cancel the order$/).click()
    const question = page.getByRole("alertdialog")
    await question.getByText("Cancel the order?").waitFor()
    await question.getByRole("button", { name: "Go back" }).click()
    await question.waitFor({ state: "hidden" })
    expect(await intentOf(order)).toMatchObject({ status: "requires_capture" })
    await button(/and cancel the order$/).click()
    await question.getByRole("button", { name: "Cancel the order" }).click()
    await page.getByText("€65.30 released. The order is canceled.").waitFor()
    await drawers.release.waitFor({ state: "hidden" })
    expect(await intentOf(order)).toMatchObject({
      order: "canceled",
      status: "canceled",
      received: 0,
      refunds: 0,
    })
    await untilBooks(store, order, { reserved: 0 })
    await admin.history.getByText("€0.00").waitFor()
  })

  it("is not offered where the money was captured; an edit is", async () => {
    const order = await placeShirts(store)
    await open(order)
    await drawers.menu.click()
    await page.getByRole("menuitem", { name: "Edit order" }).waitFor()
    expect(await page.getByRole("menuitem", { name: "Release" }).count()).toBe(
      0
    )
  })
})
