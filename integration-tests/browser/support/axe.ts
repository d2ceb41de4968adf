import type { AxeResults } from "axe-core"
import type { Page } from "playwright-core"

/** What axe finds wrong with a page: the rule, and where. Empty is good. */
export async function axeFindings(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: require.resolve("axe-core/axe.min.js") })
  const { violations } = (await page.evaluate("axe.run()")) as AxeResults
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) =>
      [id, target.join(" "), failureSummary].join(": ")
    )
  )
}
