import type { MedusaContainer } from "@medusajs/framework/types"
import { firstIdSince, timeOfId } from "../../../domain"
import { readPaymentObjects } from "../../../ledger"
import { refundsModule } from "../../common/refunds-module"

const PAGE = 500
/** A row is seen when its transaction ends, and clocks differ. */
const OVERLAP_MS = 10 * 60_000
const DAY_MS = 24 * 60 * 60_000

/**
 * Notes the payments that came since the last time, by what pays them at Stripe. The
 * first time these are all of them, page by page; whoever is interrupted goes on
 * where it was.
 *
 * @param again true reads all of them once more: one that somebody copied into the
 *   database, with an id that is not Medusa's or is older than those that were
 *   noted, is found by that alone
 */
export async function followPayments(
  container: MedusaContainer,
  { again = false }: { again?: boolean } = {}
): Promise<void> {
  const { stripePayments } = refundsModule(container)
  // An id that nobody's clock made would be after all that are to come.
  const before = firstIdSince("pay", new Date(Date.now() + DAY_MS))
  const last = again ? null : await stripePayments.lastBefore(before)
  const made = last && timeOfId(last)
  // One that a fast clock made must not hide those that come until then.
  let after = made
    ? firstIdSince(
        "pay",
        new Date(Math.min(made.getTime(), Date.now()) - OVERLAP_MS)
      )
    : ""
  for (;;) {
    const page = await readPaymentObjects(
      container,
      again ? { after } : { after, before },
      PAGE
    )
    await stripePayments.note(page)
    const next = page.at(-1)
    if (!next || page.length < PAGE) {
      return
    }
    after = next.id
  }
}
