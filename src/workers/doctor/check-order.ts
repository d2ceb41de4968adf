import type { MedusaContainer } from "@medusajs/framework/types"
import type { Pace } from "../../stripe"
import type { RefundCheckFinding } from "../../types"
import { toError } from "../../workflows/common/to-error"
import { mendOrder } from "./mend-order"
import { readOrderBooks } from "../../workflows/stripe-sync"
import { findIn, type Found } from "../../domain"
import { withOrderLock } from "../../workflows/common/with-order-lock"

export type CheckContext = {
  repair: boolean
  pace: Pace
  /** What is younger than a minute is left alone. */
  now: () => Date
}

/**
 * Checks the books of one order, and with `repair` mends what it can and checks
 * them again. An order that cannot be read is a finding, too: the others follow.
 */
export async function checkOrder(
  container: MedusaContainer,
  order: { id: string; display_id: number | null },
  context: CheckContext
): Promise<RefundCheckFinding[]> {
  const about = { order_id: order.id, display_id: order.display_id }
  const toFinding = (
    { code, severity, message, advice, mend }: Found,
    repaired?: boolean
  ): RefundCheckFinding => ({
    code,
    severity,
    ...about,
    message: `${message} ${advice}`,
    repairable: mend.length > 0,
    ...(repaired === undefined ? {} : { repaired }),
  })
  try {
    const found = await findConfirmed(container, order.id, context)
    if (!context.repair || !found.some(({ mend }) => mend.length)) {
      return found.map((each) => toFinding(each))
    }
    const left = await mend(container, order.id, found, context)
    const isLeft = (each: Found) => left.some((other) => isSame(other, each))
    return [
      ...found
        .filter((each) => !isLeft(each))
        .map((each) => toFinding(each, true)),
      ...left.map((each) => toFinding(each, false)),
    ]
  } catch (error) {
    return [
      {
        code: "not_checked",
        severity: "error",
        ...about,
        message: `Order ${order.id} could not be checked: ${toError(error).message}`,
        repairable: false,
      },
    ]
  }
}

/** What was recorded may have books to write, which may have sums to correct. */
const ROUNDS = 3

/** Mends what was found, and what comes to light by that; returns what is left. */
async function mend(
  container: MedusaContainer,
  orderId: string,
  found: Found[],
  context: CheckContext
): Promise<Found[]> {
  let left = found
  for (let round = 0; round < ROUNDS; round++) {
    if (left.some((each) => each.mend.length)) {
      await mendOrder(container, orderId, left, context)
      left = await findConfirmed(container, orderId, context)
    }
  }
  return left
}

const isSame = (a: Found, b: Found): boolean =>
  a.code === b.code && a.about === b.about

/**
 * The first look takes no lock, so that a check never keeps a merchant waiting.
 * What it finds may be half of a refund that is just being made; the second
 * look waits for its end.
 */
async function findConfirmed(
  container: MedusaContainer,
  orderId: string,
  context: CheckContext
): Promise<Found[]> {
  const find = async () =>
    findIn(
      await readOrderBooks(container, orderId, {
        pace: context.pace,
        now: context.now(),
      })
    )
  const found = await find()
  return found.length ? withOrderLock(container, orderId, find) : found
}
