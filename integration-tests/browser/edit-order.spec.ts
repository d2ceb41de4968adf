import type { Browser, Page } from "playwright-core"
import { openShop } from "../demo/seed"
import { cards, nina } from "../demo/seed/customers"
import type { PlacedOrder } from "../demo/seed/orders"
import { demoStore, type DemoStore } from "./support/demo-store"
import { emulatorOf } from "./support/emulator"
import { launchBrowser } from "./support/launch-browser"
import { logInToAdmin } from "./support/log-in"
import { untilBooks } from "./support/order-books"
import { orderDrawers } from "./support/order-drawers"
import { orderPage, type OrderPage } from "./support/order-page"
import { placeLike } from "./support/place-like"
import { placeShirts } from "./support/place-shirts"

describe("an order that is edited from the widget", () => {
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

  const button = (name: string | RegExp) =>
    drawers.edit.getByRole("button", { name })
  const text = (words: string) =>
    drawers.edit.getByText(words, { exact: false })
  const refundsAtStripe = async (order: PlacedOrder) =>
    (await emulatorOf(store).refundsOf(order)).map(({ amount }) => amount)
  /** What was taken for an order by edits, and whether it arrived. */
  const chargesOfEdits = async ({ id }: PlacedOrder) =>
    (await emulatorOf(store).call("snapshot")).paymentIntents
      .filter(({ metadata }) => metadata.order_id === id)
      .map(({ amount, status }) => ({ amount, status }))

  /** Two shirts and a mug of a customer who left this card with Stripe. */
  const placeWithCard = (saved: string) =>
    placeLike(store, "saved_card", {
      saved,
      customer: { ...nina, email: `nina.${saved}@example.com` },
    })

  /** Adds a pair of socks, which cost as much as any. */
  async function addSocks(): Promise<void> {
    await drawers.edit.getByLabel("Add items").fill("sock")
    await button("Add Wool Socks, One size").click()
    await drawers.edit
      .getByRole("spinbutton", { name: "Quantity of Wool Socks, One size" })
      .waitFor()
  }

  it("gives back what a shirt less costs, once, and the books close", async () => {
    const order = await placeShirts(store)
    await admin.open(order)
    await drawers.openEdit()
    expect(await button("Save").isDisabled()).toBe(true)
    await text("Nothing is changed yet.").waitFor()
    await button(/^One less/).click()
    await text("€19.82 goes back the way it was paid").waitFor()
    await button("Save and refund €19.82").dblclick()
    await page
      .getByText("The order is edited. €19.82 goes back to the customer.")
      .waitFor()
    await drawers.edit.waitFor({ state: "hidden" })
    await admin.refunds.getByText("Order edit", { exact: true }).waitFor()
    await admin.balance.getByText("€45.48").waitFor()
    await admin.history.getByText(": 3 → 2", { exact: false }).waitFor()
    await admin.history.getByText("Refunded €19.82.").waitFor()
    // Medusa's own section of the page.
    await page.getByText("2x", { exact: true }).first().waitFor()
    expect(await refundsAtStripe(order)).toEqual([1982])
    await untilBooks(store, order, {
      quantity: 2,
      reserved: 2,
      pending: "0.00",
      payment_status: "partially_refunded",
    })
  })

  it("charges the saved card for what is added, once, and the books close", async () => {
    const order = await placeWithCard(cards.succeeds)
    await admin.open(order)
    await drawers.openEdit()
    await addSocks()
    await text("is charged to the saved card Visa ••••4242.").waitFor()
    const submit = button(/^Save and charge €\d/)
    const amount = String(await submit.textContent()).replace(/\D/g, "")
    await submit.dblclick()
    await page
      .getByText("was charged to the saved card", { exact: false })
      .waitFor()
    await drawers.edit.waitFor({ state: "hidden" })
    expect(await chargesOfEdits(order)).toEqual([
      { amount: Number(amount), status: "succeeded" },
    ])
    await untilBooks(store, order, {
      quantity: 4,
      pending: "0.00",
      payment_status: "captured",
    })
  })

  it.each([
    ["a declined card", cards.chargeDeclined, "declined"],
    ["3-D Secure", cards.authenticationRequired, "asks for a confirmation"],
  ])(
    "says after %s what is still owed, and where the customer can pay it",
    async (_, card, why) => {
      const order = await placeWithCard(card)
      await admin.open(order)
      await drawers.openEdit()
      await addSocks()
      const submit = button(/^Save and charge €\d/)
      const amount = String(await submit.textContent()).replace(/[^\d.]/g, "")
      await submit.click()
      const said = drawers.edited.getByRole("alert").first()
      await said
        .getByText(`The order is edited; €${amount} is still owed.`)
        .waitFor()
      await said.getByText(why, { exact: false }).waitFor()
      const link = await drawers.edited.getByLabel("Payment link").inputValue()
      expect(link).toMatch(/\/payment-collection\/pay_col_\w+\?order_id=order_/)
      await drawers.edited.getByRole("button", { name: "Copy link" }).click()
      await drawers.edited.getByText("Copied.").waitFor()
      await drawers.edited.getByRole("button", { name: "Close" }).click()
      await drawers.edited.waitFor({ state: "hidden" })
      // Whoever looks later finds both on the order's page.
      await page.reload()
      await admin.history.getByText("Failed", { exact: true }).waitFor()
      await admin.history
        .getByText(`The order is edited; €${amount} is still owed.`)
        .waitFor()
      expect(await admin.history.getByLabel("Payment link").inputValue()).toBe(
        link
      )
      const charges = await chargesOfEdits(order)
      expect(charges.some(({ status }) => status === "succeeded")).toBe(false)
      await untilBooks(store, order, { quantity: 4, pending: amount })
    }
  )

  it("cannot be saved while only an older preview is there", async () => {
    const order = await placeShirts(store)
    await admin.open(order)
    await drawers.openEdit()
    await button(/^One less/).click()
    await button("Save and refund €19.82").waitFor()
    const path = `**/admin/orders/${order.id}/edits/preview`
    let answer = () => {}
    const isAsked = new Promise<void>((resolve) => (answer = resolve))
    await page.route(path, async (route) => {
      await isAsked
      await route.continue()
    })
    await button(/^One less/).click()
    // The older amount is still shown, and cannot be agreed to.
    expect(await button("Save and refund €19.82").isDisabled()).toBe(true)
    await page.keyboard.press("Control+Enter")
    answer()
    await button("Save and refund €39.64").waitFor()
    await page.unroute(path)
    expect(await refundsAtStripe(order)).toEqual([])
    await untilBooks(store, order, { quantity: 3 })
  })

  it("leaves the money for later when the merchant chooses that", async () => {
    const order = await placeShirts(store)
    await admin.open(order)
    await drawers.openEdit()
    await button(/^One less/).click()
    await drawers.edit.getByRole("radio", { name: "Later" }).click()
    await text("Nothing moves now. €19.82 is then owed").waitFor()
    await drawers.edit
      .getByRole("button", { name: "Save", exact: true })
      .click()
    await drawers.edit.waitFor({ state: "hidden" })
    await page
      .getByRole("region", { name: "Owed to the customer" })
      .getByText("€19.82", { exact: false })
      .first()
      .waitFor()
    expect(await refundsAtStripe(order)).toEqual([])
    await untilBooks(store, order, { quantity: 2, pending: "-19.82" })
  })

  it("keeps what was shipped, and says so at the line", async () => {
    const order = await placeShirts(store, { shipped: 2 })
    await admin.open(order)
    await drawers.openEdit()
    const quantity = drawers.edit.getByRole("spinbutton", {
      name: /^Quantity of/,
    })
    await text("2 shipped").waitFor()
    await quantity.fill("1")
    await text("2 are shipped and stay on the order.").waitFor()
    expect(await button("Save").isDisabled()).toBe(true)
    await quantity.fill("2")
    await button("Save and refund €19.82").waitFor()
  })

  it("is looked at again when the order changed meanwhile", async () => {
    const order = await placeShirts(store)
    await admin.open(order)
    await drawers.openEdit()
    await button(/^One less/).click()
    const submit = button("Save and refund €19.82")
    await submit.waitFor()
    await lowerPast(order, 1)
    await submit.click()
    await text("The order changed meanwhile.").waitFor()
    // A shirt comes back; what the colleague's edit owes is another matter.
    await text("No money moves.").waitFor()
    await button("Save").waitFor()
    expect(await refundsAtStripe(order)).toEqual([])
  })

  /** A colleague's edit, in Medusa's own screen. */
  async function lowerPast({ id }: PlacedOrder, quantity: number) {
    const { admin } = await openShop(store, store.seed)
    const { order } = await admin.admin.order.retrieve(id)
    await admin.admin.orderEdit.initiateRequest({ order_id: id })
    await admin.admin.orderEdit.updateOriginalItem(
      id,
      String(order.items[0]?.id),
      { quantity }
    )
    await admin.admin.orderEdit.request(id)
    await admin.admin.orderEdit.confirm(id)
  }

  it("is made once when only the answer was lost, by pressing again", async () => {
    const order = await placeShirts(store)
    await admin.open(order)
    await drawers.openEdit()
    await button(/^One less/).click()
    const submit = button("Save and refund €19.82")
    await submit.waitFor()
    const path = `**/admin/orders/${order.id}/edits`
    await page.route(path, async (route) => {
      await route.fetch()
      await route.abort("connectionreset")
    })
    await submit.click()
    await text("The answer did not arrive.").waitFor()
    await page.unroute(path)
    await submit.click()
    await drawers.edit.waitFor({ state: "hidden" })
    expect(await refundsAtStripe(order)).toEqual([1982])
    await untilBooks(store, order, { quantity: 2, pending: "0.00" })
  })

  it("is made with the keyboard alone", async () => {
    const order = await placeShirts(store)
    await admin.open(order)
    await drawers.menu.focus()
    await page.keyboard.press("Enter")
    await page.getByRole("menuitem", { name: "Edit order" }).waitFor()
    await page.keyboard.press("Enter")
    const quantity = drawers.edit.getByRole("spinbutton", {
      name: /^Quantity of/,
    })
    await quantity.focus()
    await page.keyboard.press("ArrowDown")
    await button("Save and refund €19.82").waitFor()
    await page.keyboard.press("Control+Enter")
    await drawers.edit.waitFor({ state: "hidden" })
    expect(await refundsAtStripe(order)).toEqual([1982])
    // The focus is where the drawer was opened.
    await page.waitForFunction(
      "document.activeElement?.getAttribute('aria-label') === 'Change the order'"
    )
  })
})
