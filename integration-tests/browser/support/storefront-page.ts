import type { Browser, Page } from "playwright-core"
import { nina } from "../../demo/seed/customers"
import type { PlacedOrder } from "../../demo/seed/orders"
import type { DemoStore } from "./demo-store"

/** The demo's storefront, as a customer uses it. */
export function storefrontPage(page: Page, store: DemoStore) {
  const part = (name: string) => page.getByRole("region", { name })
  const form = part("Ask for a refund")
  const withdrawal = part("Right of withdrawal")
  return {
    page,
    refunds: part("Your refunds"),
    requests: part("Your requests"),
    form,
    withdrawal,
    access: part("See your order without an account"),
    send: form.getByRole("button", { name: "Send request" }),
    startWithdrawal: withdrawal.getByRole("button", {
      name: "Withdraw from contract here",
    }),
    confirmWithdrawal: withdrawal.getByRole("button", {
      name: "Confirm withdrawal",
    }),
    async logIn(): Promise<void> {
      await page.goto(store.storefrontUrl)
      // The demo has filled in who that is.
      await page.getByRole("textbox", { name: "E-mail" }).fill(nina.email)
      await page.getByRole("button", { name: "Log in" }).click()
      await page.getByRole("heading", { name: "Your orders" }).waitFor()
    },
    async open({ display_id }: PlacedOrder): Promise<void> {
      await page.goto(`${store.storefrontUrl}/#/`)
      // The address is the same but for its fragment, so nothing was read anew.
      await page.reload()
      await page.getByRole("link", { name: `Order #${display_id} ` }).click()
      await form.getByRole("group").first().waitFor()
    },
    /** By the link that a merchant, or a mail, gives to a guest. */
    async openLink(link: { access: string; order: string }): Promise<void> {
      const fragment = new URLSearchParams(link).toString()
      await page.goto(`${store.storefrontUrl}/#${fragment}`)
    },
    choose: (quantity: number, of = "Trail Shirt") =>
      form
        .getByRole("combobox", { name: `Quantity of ${of}` })
        .selectOption(String(quantity)),
  }
}

export type StorefrontPage = ReturnType<typeof storefrontPage>

/** The storefront in a window of its own. */
export async function openStorefrontWindow(
  browser: Browser,
  store: DemoStore,
  options: { colorScheme?: "light" | "dark" } = {}
): Promise<StorefrontPage> {
  const context = await browser.newContext({
    viewport: { width: 900, height: 1000 },
    locale: "en-GB",
    ...options,
  })
  return storefrontPage(await context.newPage(), store)
}
