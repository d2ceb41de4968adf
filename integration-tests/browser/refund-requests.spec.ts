import { readFileSync } from "node:fs"
import { join } from "node:path"
import type { Browser, Page } from "playwright-core"
import type { StoreRefundRequest } from "../../src/types"
import { customers } from "../demo/seed/customers"
import type { PlacedOrder } from "../demo/seed/orders"
import { until } from "../support/until"
import { customerRequests, withdraw } from "./support/customer-requests"
import { demoStore, type DemoStore } from "./support/demo-store"
import { emulatorOf } from "./support/emulator"
import { launchBrowser } from "./support/launch-browser"
import { logInToAdmin } from "./support/log-in"
import { orderPage } from "./support/order-page"
import { placeLike } from "./support/place-like"
import { requestPage } from "./support/request-page"

type Customer = Awaited<ReturnType<typeof customerRequests>>

describe("refund requests in the admin", () => {
  let store: DemoStore
  let browser: Browser
  let page: Page
  let order: PlacedOrder
  let customer: Customer

  beforeAll(async () => {
    store = demoStore()
    browser = await launchBrowser()
    page = await logInToAdmin(browser, store)
  })
  afterAll(() => browser.close())

  /** Two shirts and a mug, shipped, of a customer with an account. */
  beforeEach(async () => {
    order = await placeLike(store, "saved_card", {
      fulfil: { shirt: 2, mug: 1 },
    })
    customer = await customerRequests(store, order)
  })

  const admin = () => requestPage(page, store)
  const refunded = async () =>
    (await emulatorOf(store).refundsOf(order)).map(({ amount }) => amount)
  const ask = (more = {}): Promise<StoreRefundRequest> =>
    customer.ask({ "Trail Shirt": 2 }, { message: "Too large.", ...more })

  it("are listed with what is to decide, and opened by the keyboard, which gets its focus back", async () => {
    const request = await ask()
    const { table, open, details } = admin()
    await admin().goTo()
    const row = table
      .getByRole("row")
      .filter({ has: page.getByRole("button", { name: open(request) }) })
    for (const text of [
      `#${order.display_id}`,
      "nina.richter@example.com",
      "New",
    ]) {
      await row.getByText(text, { exact: true }).waitFor()
    }
    await page
      .getByRole("status")
      .getByText(/\d+ to decide/)
      .waitFor()

    await row.getByRole("button").focus()
    await page.keyboard.press("Enter")
    const drawer = details(request)
    await drawer.getByText("2 × Trail Shirt").waitFor()
    await drawer.getByText("Too large.").waitFor()
    expect(
      await drawer
        .getByRole("link", { name: `Order #${order.display_id}` })
        .getAttribute("href")
    ).toBe(`/app/orders/${order.id}`)
    await page.keyboard.press("Escape")
    await drawer.waitFor({ state: "hidden" })
    await page.waitForFunction(
      `document.activeElement?.getAttribute("aria-label") === "${open(request)}"`
    )
  })

  it("are found by their number, and by what is still to decide", async () => {
    const [first, second] = [await ask(), await customer.ask({ "Camp Mug": 1 })]
    const { table, open, search } = admin()
    await admin().goTo()
    await search.fill(`#${second.display_id}`)
    await table
      .getByRole("button", { name: open(first) })
      .waitFor({ state: "hidden" })
    await table.getByRole("button", { name: open(second) }).waitFor()

    await search.fill("nobody@example.com")
    await page.getByText("No request matches.", { exact: false }).waitFor()
    await search.fill("nina.richter@example.com")
    await page.getByRole("button", { name: "Show what to decide" }).click()
    await table.getByRole("button", { name: open(first) }).waitFor()
    expect(page.url()).toContain("status=undecided")
  })

  it("are approved by the refund's form, filled with what was asked for", async () => {
    const request = await ask()
    await admin().show(request)
    await admin().answer(request, "Approve")
    const { approval, submit } = admin()
    await approval.getByRole("radio", { name: "Return" }).first().waitFor()
    await submit.waitFor()
    expect(await submit.textContent()).toBe("Refund €47.58")
    await submit.dblclick()
    await approval.waitFor({ state: "hidden" })
    await page.getByText("€47.58 refunded.").waitFor()
    expect(await refunded()).toEqual([4758])
    await until(
      "the request is done",
      async () => (await customer.read(request.id)).status === "done"
    )
  })

  it("are approved for less units, with a note that the customer reads", async () => {
    const request = await ask()
    await admin().show(request)
    await admin().answer(request, "Approve")
    const { approval } = admin()
    await approval.getByRole("button", { name: "One less Trail Shirt" }).click()
    await approval
      .getByLabel("Note for the customer", { exact: false })
      .fill("One of them was worn.")
    await page.getByRole("button", { name: "Refund €23.79" }).click()
    await approval.waitFor({ state: "hidden" })
    expect(await refunded()).toEqual([2379])
    expect((await customer.read(request.id)).decision_note).toBe(
      "One of them was worn."
    )
  })

  it("pay once when the answer to an approval is lost and it is sent again", async () => {
    const request = await ask()
    await admin().show(request)
    await admin().answer(request, "Approve")
    const { approval, submit } = admin()
    await submit.waitFor()
    const path = `**/admin/refund-requests/${request.id}/approve`
    await page.route(path, async (route) => {
      await route.fetch()
      await route.abort("connectionreset")
    })
    await submit.click()
    await approval.getByRole("alert").first().waitFor()
    await page.unroute(path)
    await submit.click()
    await approval.waitFor({ state: "hidden" })
    expect(await refunded()).toEqual([4758])
  })

  it("are declined with a text that the customer reads, once the merchant is sure", async () => {
    const request = await ask()
    await admin().show(request)
    await admin().answer(request, "Decline")
    const form = page.getByRole("dialog", { name: "Decline the request" })
    const decline = form.getByRole("button", { name: "Decline", exact: true })
    expect(await decline.isDisabled()).toBe(true)
    await page.keyboard.type("The goods were worn.")
    await decline.click()
    const sure = page.getByRole("alertdialog")
    await sure.getByRole("button", { name: "Go back" }).click()
    expect((await customer.read(request.id)).status).toBe("submitted")
    await decline.click()
    await sure.getByRole("button", { name: "Decline", exact: true }).click()
    await form.waitFor({ state: "hidden" })
    expect(await customer.read(request.id)).toMatchObject({
      status: "declined",
      decision_note: "The goods were worn.",
    })
  })

  it("are asked back about, and decided once the customer has answered", async () => {
    const request = await ask()
    await admin().show(request)
    await admin().answer(request, "Ask back")
    await page.keyboard.type("Which of the two?")
    await page.getByRole("button", { name: "Send the question" }).click()
    const drawer = admin().details(request)
    await drawer.getByText("Asked back").first().waitFor()
    expect((await customer.read(request.id)).question).toBe("Which of the two?")
    await customer.answer(request.id, "The left one.")
    await admin().show(request)
    await drawer
      .getByRole("list", { name: "History" })
      .getByText("The left one.")
      .waitFor()
  })

  it("say at once when a colleague has decided meanwhile", async () => {
    const request = await ask()
    await admin().show(request)
    await admin().answer(request, "Ask back")
    await page.keyboard.type("Which of the two?")
    const other = await logInToAdmin(browser, store)
    const colleague = requestPage(other, store)
    await colleague.show(request)
    await colleague.answer(request, "Approve")
    await colleague.submit.click()
    await colleague.approval.waitFor({ state: "hidden" })
    await other.context().close()

    await page.getByRole("button", { name: "Send the question" }).click()
    await page
      .getByRole("alert")
      .getByText("Somebody has answered this meanwhile.", { exact: false })
      .waitFor()
    await page.getByRole("button", { name: "Go back" }).click()
    await admin().details(request).getByText("Refunded").first().waitFor()
  })

  it("show the customer's photos, which lie behind the staff's login", async () => {
    const request = await ask()
    const picture = readFileSync(
      join(__dirname, "../../docs/images/drawer.png")
    )
    await customer.addPhoto(request.id, new Blob([picture]))
    await admin().show(request)
    const photo = admin()
      .details(request)
      .getByRole("img", { name: "Photo 1 of 1 from the customer" })
    await photo.waitFor()
    await page.waitForFunction(
      `document.querySelector('[alt^="Photo 1 of 1"]').naturalWidth > 0`
    )
  })

  it("say what is left where a part was refunded meanwhile", async () => {
    const request = await ask()
    const { open, refundButton, submit, drawer } = orderPage(page, store)
    await open(order)
    await refundButton.click()
    await drawer.getByRole("button", { name: "One more Trail Shirt" }).click()
    await submit.click()
    await drawer.waitFor({ state: "hidden" })
    await admin().show(request)
    await admin().answer(request, "Approve")
    await admin()
      .approval.getByText("Trail Shirt: 2 asked for, 1 left to refund.")
      .waitFor()
    expect(await admin().submit.textContent()).toMatch(/^Refund €23\.7\d$/)
  })

  it("stand on their order's page: to decide on top, decided beneath the refunds", async () => {
    const request = await ask()
    await page.goto(`${store.adminUrl}/orders/${order.id}`)
    await page
      .getByRole("list", { name: "Refund requests to decide" })
      .getByRole("button", { name: `Decide: Request #${request.display_id}` })
      .click()
    await admin().answer(request, "Approve")
    await admin().submit.click()
    await admin().approval.waitFor({ state: "hidden" })
    const decided = page.getByRole("list", { name: "Decided refund requests" })
    await decided.getByText(`Request #${request.display_id}`).waitFor()
    await decided.getByText("Refunded", { exact: true }).waitFor()
    expect(
      await page
        .getByRole("list", { name: "Refund requests to decide" })
        .count()
    ).toBe(0)
    // The button that was pressed is gone, and the focus with it would be.
    await page.waitForFunction(
      "document.activeElement?.textContent === 'Refund'"
    )
  })

  describe("a withdrawal", () => {
    const anna = customers.anna

    /** The newest one: its answer names no request. */
    async function declare(order_number: string): Promise<StoreRefundRequest> {
      await withdraw(store, {
        name: `${anna.first_name} ${anna.last_name}`,
        order_number,
        email: anna.email,
        locale: "de",
      })
      return await admin().newest()
    }

    it("without an order is assigned to one by its number", async () => {
      const request = await declare("987654")
      await admin().show(request)
      const drawer = admin().details(request)
      await drawer
        .getByText("Belongs to no order yet.", { exact: false })
        .waitFor()
      await drawer.getByText("Due in 14 days").waitFor()
      expect(
        await drawer.getByRole("button", { name: "Approve" }).count()
      ).toBe(0)
      const field = drawer.getByRole("textbox", { name: "Order" })
      const assign = drawer.getByRole("button", { name: "Assign" })
      await field.fill("987655")
      await assign.click()
      await drawer
        .getByRole("alert")
        .getByText("No order has this number or id.")
        .waitFor()
      await field.fill(`#${order.display_id}`)
      await assign.click()
      await drawer
        .getByRole("link", { name: `Order #`, exact: false })
        .waitFor()
      await drawer.getByRole("button", { name: "Approve" }).waitFor()
    })

    it("shows its acknowledgement with the SHA-256, and waits for the goods", async () => {
      const request = await declare(String(store.seed.orders[0]?.display_id))
      await admin().show(request)
      const drawer = admin().details(request)
      await drawer
        .getByRole("region", { name: "Acknowledgement, as it was sent" })
        .getByText("Anna Keller", { exact: false })
        .waitFor()
      await drawer.getByText(/^SHA-256: [0-9a-f]{64}$/).waitFor()
      const waits = drawer.getByRole("switch", {
        name: "Waiting for the goods",
      })
      await waits.click()
      await drawer
        .getByRole("list", { name: "History" })
        .getByText("Waiting for the goods")
        .waitFor()
      expect(await waits.isChecked()).toBe(true)
    })

    it("is never declined, only declared invalid, by a ground in the customer's language", async () => {
      const request = await declare("987656")
      await admin().show(request)
      expect(await page.getByRole("button", { name: "Decline" }).count()).toBe(
        0
      )
      await admin().answer(request, "Declare invalid")
      const form = page.getByRole("dialog", {
        name: "Declare the withdrawal invalid",
      })
      await form.getByRole("combobox", { name: "Legal ground" }).click()
      await page.getByRole("option", { name: "The 14 days were over" }).click()
      const words = form.getByRole("textbox", {
        name: "What the customer reads",
      })
      expect(await words.inputValue()).toContain("Artikel 9 der Richtlinie")
      await form.getByRole("button", { name: "Declare invalid" }).click()
      await page
        .getByRole("alertdialog")
        .getByRole("button", { name: "Declare invalid" })
        .click()
      await form.waitFor({ state: "hidden" })
      await admin().show(request)
      await admin().details(request).getByText("Invalid").first().waitFor()
    })
  })
})
