import type { Browser, Page } from "playwright-core"
import type { DemoStore } from "./demo-store"

/** Opens the admin in a browser of its own and logs in as a person would. */
export async function logInToAdmin(
  browser: Browser,
  store: Pick<DemoStore, "adminUrl" | "user">
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 1000 },
    locale: "en-GB",
  })
  const page = await context.newPage()
  await page.goto(store.adminUrl)
  await page.getByPlaceholder("Email").fill(store.user.email)
  await page.getByPlaceholder("Password").fill(store.user.password)
  await page.getByRole("button", { name: "Continue with Email" }).click()
  await page.waitForURL(/\/app\/(orders|$)/)
  return page
}
