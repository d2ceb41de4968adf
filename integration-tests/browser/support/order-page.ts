import type { Locator, Page } from "playwright-core"
import type { PlacedOrder } from "../../demo/seed/orders"
import type { DemoStore } from "./demo-store"

/** The page of an order in the admin, with the widget on it. */
export function orderPage(page: Page, store: Pick<DemoStore, "adminUrl">) {
  const refundButton = page.getByRole("button", { name: "Refund", exact: true })
  const drawer = page.getByRole("dialog", { name: "Refund order" })
  return {
    refundButton,
    drawer,
    submit: drawer.getByRole("button", { name: /^Refund .*\d/ }),
    balance: page.getByRole("figure", { name: "Refund balance" }),
    refunds: page.getByRole("list", { name: "Refunds" }),
    /** Edits and releases, and what became of them. */
    history: page.getByRole("list", { name: "Edits and releases" }),
    /** The dots of the only refund that the order has. */
    actions: page.getByRole("button", { name: /^Actions of refund #\d+$/ }),
    async open(order: PlacedOrder): Promise<void> {
      await page.goto(`${store.adminUrl}/orders/${order.id}`)
      await refundButton.waitFor()
    },
    /** Money alone: the customer keeps the shirt. */
    async refundOneShirt(): Promise<void> {
      await refundButton.click()
      await drawer.getByRole("button", { name: /^One more/ }).click()
      await drawer.getByRole("radio", { name: "Customer keeps" }).click()
      await drawer.getByRole("button", { name: /^Refund .*\d/ }).click()
      await drawer.waitFor({ state: "hidden" })
    },
  }
}

export type OrderPage = ReturnType<typeof orderPage>

/** Returns to the page from another tab, until it shows what is awaited. */
export async function comeBackFor(awaited: Locator): Promise<void> {
  const page = awaited.page()
  for (let attempts = 0; attempts < 20; attempts++) {
    // Headless pages are never hidden, so nothing tells them that they are seen.
    await page.evaluate("window.dispatchEvent(new Event('visibilitychange'))")
    if (await isThere(awaited)) {
      return
    }
  }
  await awaited.first().waitFor({ timeout: 1 })
}

async function isThere(awaited: Locator): Promise<boolean> {
  try {
    await awaited.first().waitFor({ timeout: 1_000 })
    return true
  } catch {
    return false
  }
}
