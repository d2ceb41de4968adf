import type { Browser, Page } from "playwright-core"
import type { DemoStore } from "./demo-store"
import { emulatorOf } from "./emulator"

/** The emulator's own page, which stands for the Stripe Dashboard. */
export async function openStripeDashboard(browser: Browser, store: DemoStore) {
  const page: Page = await browser.newPage()
  await page.goto(store.emulatorUrl)
  const act = async (button: string | RegExp, done: string) => {
    await page.getByRole("button", { name: button }).first().click()
    await page.getByRole("status").getByText(done).waitFor()
  }
  return {
    close: () => page.close(),
    /** Refunds a part of the payment of the order that was placed last. */
    async refund(amount: string): Promise<void> {
      const charge = await emulatorOf(store).newestCharge()
      await page.getByLabel(`Amount to refund of ${charge}`).fill(amount)
      await act(`Refund ${charge}`, `Refunded EUR ${amount}.`)
    },
    /** What the bank of whoever placed the last order does. */
    async dispute(): Promise<void> {
      const charge = await emulatorOf(store).newestCharge()
      await act(`Dispute ${charge}`, "The payment is charged back.")
    },
    winDispute: () => act(/^Win /, "The dispute is won."),
  }
}

export type StripeDashboard = Awaited<ReturnType<typeof openStripeDashboard>>
