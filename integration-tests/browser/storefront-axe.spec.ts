import type { Browser } from "playwright-core"
import { A_PICTURE } from "./support/a-picture"
import { axeFindings } from "./support/axe"
import { demoStore, type DemoStore } from "./support/demo-store"
import { launchBrowser } from "./support/launch-browser"
import { merchantOf, placeThree } from "./support/merchant"
import { openStorefrontWindow } from "./support/storefront-page"

const SEEN = { timeout: 90_000 }

describe.each(["light", "dark"] as const)(
  "the %s storefront, looked at by axe",
  (colorScheme) => {
    let store: DemoStore
    let browser: Browser

    beforeAll(async () => {
      store = demoStore()
      browser = await launchBrowser()
    })
    afterAll(() => browser.close())

    it("has nothing to find on any page and in any state", async () => {
      const order = await placeThree(store)
      const merchant = await merchantOf(store)
      const shop = await openStorefrontWindow(browser, store, { colorScheme })
      const expectNothing = async () =>
        expect(await axeFindings(shop.page)).toEqual([])

      await shop.page.goto(store.storefrontUrl)
      await shop.page.getByRole("button", { name: "Log in" }).waitFor()
      await expectNothing()
      await shop.logIn()
      await shop.page
        .getByRole("link", { name: /^Order #/ })
        .first()
        .waitFor()
      await expectNothing()

      // Two forms at once, with all that they can show, and their errors.
      await shop.open(order)
      await shop.send.click()
      await shop.choose(2)
      await shop.form.getByLabel(/^Photos/).setInputFiles(A_PICTURE)
      await shop.form.getByRole("img", { name: "Photo 1" }).waitFor()
      await shop.startWithdrawal.click()
      await shop.confirmWithdrawal.click()
      await shop.withdrawal.getByRole("alert").waitFor()
      await expectNothing()

      await shop.send.click()
      await shop.form.getByText("We have received your request").waitFor()
      await merchant.decide(order, "ask", { note: "Which size fits?" })
      await shop.requests.getByText("Which size fits?").waitFor(SEEN)
      await shop.requests
        .getByRole("button", { name: /^Cancel request/ })
        .click()
      await expectNothing()
      await merchant.decide(order, "approve")
      await shop.refunds
        .getByText("On its way", { exact: true })
        .first()
        .waitFor(SEEN)
      await expectNothing()

      await shop.page.goto(`${store.storefrontUrl}/#/visitor`)
      await shop.startWithdrawal.click()
      await expectNothing()
    })
  }
)
