import type { MedusaContainer } from "@medusajs/framework/types"
import type { TestStripe } from "../../../support/test-stripe"
import type { Reply } from "./call"
import { ourRows } from "./our-tables"

/** What a refused request is answered with, in one line for a table of them. */
export const codeOf = ({ status, data }: Reply): string => {
  const shaped =
    status >= 400 &&
    status < 500 &&
    typeof data?.type === "string" &&
    typeof data.message === "string" &&
    data.message.length > 5
  return shaped ? String(data.code) : `${status} ${JSON.stringify(data)}`
}

/** Runs requests that must change nothing: no row of ours, no call of Stripe. */
export async function changingNothing(
  container: MedusaContainer,
  stripe: TestStripe,
  act: () => Promise<void>
): Promise<void> {
  const rows = await ourRows(container)
  const requests = stripe.control.requests().length
  await act()
  expect(await ourRows(container)).toEqual(rows)
  expect(stripe.control.requests()).toHaveLength(requests)
}
