import type { Page } from "playwright-core"

/** The drawers that the widget's menu opens: an edit, or a release. */
export function orderDrawers(page: Page) {
  const menu = page.getByRole("button", { name: "Change the order" })
  const drawer = (name: string) => page.getByRole("dialog", { name })
  const open = async (item: string) => {
    await menu.click()
    await page.getByRole("menuitem", { name: item }).click()
  }
  return {
    menu,
    edit: drawer("Edit order"),
    /** What became of the edit. */
    edited: drawer("Order edited"),
    release: drawer("Release authorized money"),
    openEdit: () => open("Edit order"),
    openRelease: () => open("Release authorized money"),
  }
}
