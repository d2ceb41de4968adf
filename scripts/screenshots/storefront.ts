import type { Browser, Page } from "playwright-core"
import type { DemoStore } from "../../integration-tests/browser/support/demo-store"
import {
  merchantOf,
  placeThree,
} from "../../integration-tests/browser/support/merchant"
import { openStorefrontWindow } from "../../integration-tests/browser/support/storefront-page"

/** The storefront: a request, and what became of it. */
export async function takeStorefront(
  browser: Browser,
  store: DemoStore,
  picture: (page: Page, name: string) => Promise<void>
): Promise<void> {
  const shop = await openStorefrontWindow(browser, store)
  await shop.logIn()
  const order = await placeThree(store)
  await shop.open(order)
  await shop.choose(2)
  await shop.form
    .getByRole("combobox", { name: "Reason for Trail Shirt" })
    .selectOption({ index: 1 })
  await shop.form.getByLabel(/^Message/).fill("They are too small for me.")
  await shop.form.scrollIntoViewIfNeeded()
  await picture(shop.page, "storefront-request")

  await shop.send.click()
  await shop.form.getByText("We have received your request").waitFor()
  const merchant = await merchantOf(store)
  await merchant.decide(order, "approve")
  await shop.refunds
    .getByText("On its way", { exact: true })
    .first()
    .waitFor({ timeout: 90_000 })
  await shop.page.evaluate("window.scrollTo(0, 0)")
  await picture(shop.page, "storefront-refund")
  await shop.page.context().close()
}
