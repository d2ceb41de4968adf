import assert from "node:assert/strict"
import type { Page } from "playwright-core"
import { launchBrowser } from "../../integration-tests/browser/support/launch-browser"
import { logInToAdmin } from "../../integration-tests/browser/support/log-in"

type Admin = { address: string; user: { email: string; password: string } }

/** Opens an order in the admin, and fails if its page threw anything. */
async function openOrder(
  { address, user }: Admin,
  orderId: string,
  act: (page: Page) => Promise<void>
): Promise<void> {
  const browser = await launchBrowser()
  try {
    const adminUrl = `${address}/app`
    const page = await logInToAdmin(browser, { adminUrl, user })
    const thrown: string[] = []
    page.on("pageerror", (error) => thrown.push(error.message))
    await page.goto(`${adminUrl}/orders/${orderId}`)
    await page.getByRole("heading", { name: "Summary" }).waitFor()
    await act(page)
    assert.deepEqual(thrown, [])
  } finally {
    await browser.close()
  }
}

/** Refunds one unit of an order's first item, as a merchant does. */
export const refundOneInTheBrowser = (
  admin: Admin,
  orderId: string,
  button: string
): Promise<void> =>
  openOrder(admin, orderId, async (page) => {
    await page.getByRole("button", { name: "Refund", exact: true }).click()
    const drawer = page.getByRole("dialog", { name: "Refund order" })
    await drawer.getByRole("button", { name: /^One more/ }).click()
    await drawer.getByRole("button", { name: button }).click()
    await drawer.waitFor({ state: "hidden" })
  })

/** Whether the plugin's section is on an order's page, which opens in any case. */
export async function hasRefundsSection(
  admin: Admin,
  orderId: string
): Promise<boolean> {
  let found = false
  await openOrder(admin, orderId, async (page) => {
    await page.waitForLoadState("networkidle")
    found = (await page.getByRole("heading", { name: "Refunds" }).count()) > 0
  })
  return found
}
