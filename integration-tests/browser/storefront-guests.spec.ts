import type { Browser } from "playwright-core"
import { DEMO_ACCESS_SECRET } from "../../scripts/demo/store-environment"
import { signAccess } from "../../src/domain"
import type { PlacedOrder } from "../demo/seed/orders"
import { readUntil, until } from "../support/until"
import { demoStore, type DemoStore } from "./support/demo-store"
import { launchBrowser } from "./support/launch-browser"
import { mailsAbout } from "./support/mails-about"
import { merchantOf, type Merchant } from "./support/merchant"
import { placeLike } from "./support/place-like"
import {
  openStorefrontWindow,
  type StorefrontPage,
} from "./support/storefront-page"

const DAY_MS = 24 * 60 * 60 * 1000

describe("the storefront of a guest", () => {
  let store: DemoStore
  let browser: Browser
  let merchant: Merchant
  let order: PlacedOrder
  let guest: StorefrontPage

  beforeAll(async () => {
    store = demoStore()
    merchant = await merchantOf(store)
    browser = await launchBrowser()
  })
  afterAll(() => browser.close())

  beforeEach(async () => {
    order = await placeLike(store, "three_shirts")
    guest = await openStorefrontWindow(browser, store)
  })
  afterEach(() => guest.page.context().close())

  const linkTo = (
    { id }: PlacedOrder,
    { daysLeft = 1, secret = DEMO_ACCESS_SECRET } = {}
  ) => ({
    access: signAccess(
      {
        order_id: id,
        scope: "request",
        expires_at: new Date(Date.now() + daysLeft * DAY_MS),
        version: 0,
      },
      secret
    ),
    order: id,
  })

  it("opens by a link, which leaves the address at once and outlives a reload", async () => {
    const asked: string[] = []
    guest.page.on("request", (request) => asked.push(request.url()))
    const link = linkTo(order)
    await guest.openLink(link)
    await guest.send.waitFor()
    expect(guest.page.url()).toBe(`${store.storefrontUrl}/`)
    await guest.page.reload()
    await guest.send.waitFor()
    expect(asked.length).toBeGreaterThan(5)
    expect(asked.filter((url) => url.includes(link.access))).toEqual([])
  })

  it.each([
    ["expired", { daysLeft: -1 }],
    ["signed by somebody else", { secret: "x".repeat(40) }],
  ])("shows nothing by a link that is %s", async (_what, change) => {
    await guest.openLink(linkTo(order, change))
    await guest.refunds
      .getByText("This order cannot be shown.", { exact: false })
      .waitFor()
  })

  it("mails a link that opens the order, and says the same where there is none", async () => {
    const ask = async (number: string) => {
      await guest.page.goto(`${store.storefrontUrl}/#/visitor`)
      await guest.page.reload()
      await guest.access.getByLabel("Order number").fill(number)
      await guest.access
        .getByLabel("E-mail address")
        .fill("Anna.Keller@example.com")
      await guest.access.getByRole("button", { name: "Send me a link" }).click()
      return await guest.access.getByRole("status").innerText()
    }
    expect(await ask("999999")).toBe(await ask(String(order.display_id)))
    const subject = [`Your link to order #${order.display_id}`]
    expect(await readUntil(subject, () => mailsAbout(store, order))).toEqual(
      subject
    )
    const mailbox = await (await fetch(store.mailboxUrl)).text()
    const address = new RegExp(
      `${store.storefrontUrl}/#access=[\\w.%-]+&(amp;)+order=${order.id}`
    ).exec(mailbox)?.[0]
    await guest.page.goto(String(address).replace(/&(amp;)+/, "&"))
    await guest.page.reload()
    await guest.send.waitFor()
  })

  it("withdraws with no more than name, order number and e-mail address", async () => {
    const { withdrawal } = guest
    await guest.page.goto(`${store.storefrontUrl}/#/visitor`)
    await guest.startWithdrawal.click()
    await withdrawal.getByLabel("Your name").fill("Anna Keller")
    await withdrawal.getByLabel("Order number").fill(String(order.display_id))
    await withdrawal
      .getByLabel("E-mail address")
      .fill("anna.keller@example.com")
    await withdrawal.getByLabel(/^Which goods/).fill("One shirt")
    await guest.confirmWithdrawal.click()
    await withdrawal
      .getByText("We received your withdrawal on", { exact: false })
      .waitFor()
    await withdrawal.getByText("One shirt", { exact: false }).waitFor()
    await until(
      "the withdrawal is in the admin",
      async () => (await merchant.requestsOf(order)).length > 0
    )
    expect(await merchant.newestOf(order)).toMatchObject({
      kind: "withdrawal",
      name: "Anna Keller",
      status: "submitted",
    })
  })
})
