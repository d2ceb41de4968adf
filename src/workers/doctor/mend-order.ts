import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { Pace } from "../../stripe"
import { finishOrderEditWorkflow } from "../../workflows/edit-order"
import { finishOrderRefundWorkflow } from "../../workflows/order-refund"
import { toError } from "../../workflows/common/to-error"
import { finishOrderReleaseWorkflow } from "../../workflows/release-order"
import {
  recordNativeRefund,
  syncStripePaymentWorkflow,
} from "../../workflows/stripe-sync"
import { correctOrder } from "./correct-order"
import { restateRefund } from "./restate-refund"
import type { Found, Mend } from "../../domain"

/** What Stripe says comes first, sums come last: each builds on those before. */
const ORDER: Mend["kind"][] = [
  "sync",
  "record",
  "restate",
  "finish",
  "finish_edit",
  "finish_release",
  "correct",
]

/** A payment's refunds and disputes, or a list and a repeat. */
const REQUESTS = 2
const asksStripe = ({ kind }: Mend): boolean =>
  kind !== "restate" && kind !== "correct"

/**
 * Mends what can be mended of one order. Every part takes the order's lock. None
 * decides to move money; finishing a refund, an edit or a release goes on with
 * what a merchant asked for, with its keys, as the jobs do. One that fails does
 * not stop the others: what it could not mend is found again.
 */
export async function mendOrder(
  container: MedusaContainer,
  orderId: string,
  found: Found[],
  { pace, now }: { pace: Pace; now: () => Date }
): Promise<void> {
  for (const mend of mendsOf(found)) {
    try {
      await pace(
        () => apply(container, orderId, mend, { found, now: now() }),
        asksStripe(mend) ? REQUESTS : 0
      )
    } catch (error) {
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .error(
          `A repair (${mend.kind}) of order ${orderId} failed.`,
          toError(error)
        )
    }
  }
}

/** Each once, however many findings ask for it. */
function mendsOf(found: Found[]): Mend[] {
  const mends = new Map(
    found
      .flatMap(({ mend }) => mend)
      .map((each) => [JSON.stringify(each), each])
  )
  return [...mends.values()].sort(
    (a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind)
  )
}

async function apply(
  container: MedusaContainer,
  order_id: string,
  mend: Mend,
  { found, now }: { found: Found[]; now: Date }
): Promise<unknown> {
  switch (mend.kind) {
    case "sync":
      return syncStripePaymentWorkflow(container).run({
        input: { order_id, payment_id: mend.payment_id, actor: "doctor" },
      })
    case "record":
      return recordNativeRefund(container, mend.medusa_refund_id)
    case "restate":
      return restateRefund(container, order_id, mend.order_refund_id)
    case "finish":
      return finishOrderRefundWorkflow(container).run({
        input: { order_id, order_refund_id: mend.order_refund_id },
      })
    case "finish_edit":
      return finishOrderEditWorkflow(container).run({
        input: { order_id, order_edit_id: mend.order_edit_id },
      })
    case "finish_release":
      return finishOrderReleaseWorkflow(container).run({
        input: { order_id, order_release_id: mend.order_release_id },
      })
    case "correct":
      return correctOrder(container, order_id, found, now)
  }
}
