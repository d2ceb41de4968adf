import { amountDue, greaterThan } from "../../../domain"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  discardOrderEdit,
  openOrderEdit,
  planStock,
  previewTotals,
  removeLeftovers,
  type AskedOrderEdit,
  type OpenOrderEdit,
} from "../../../ledger"
import type { OrderEditPreview } from "../../../types"
import { assertNoOpenRelease } from "../../common/assert-no-open-release"
import { readOrderRefundState } from "../../common/read-order-state"
import { gatewayOf } from "../../common/refunds-module"
import type { EditOrderRequest } from "../types"
import { assertNotBeingPaid } from "./assert-not-being-paid"
import { assertNothingStillToPay } from "./assert-nothing-still-to-pay"
import { checkRequest } from "./check-request"
import { editError, shortageError } from "./edit-error"
import { planMoney } from "./plan-money"
import { orderAfter, settledOrder } from "./order-after"
import { savedCards, type ChargeableCard } from "./saved-cards"
import { toPreview } from "./to-preview"
import {
  forLines,
  unitsToReserve,
  type PlannedReservations,
} from "./units-to-reserve"

/** An order change that Medusa has computed, and what it means. */
export type PreparedEdit = {
  preview: OrderEditPreview
  open: OpenOrderEdit
  reservations: PlannedReservations
  card: ChargeableCard | null
}

/**
 * Opens the order change that a request asks for, and computes what it does. The
 * caller holds the order's lock, and confirms or discards the change.
 *
 * @throws every code of `checkRequest`, order_not_found, insufficient_stock,
 *   refund_in_progress: nothing was changed
 */
export async function prepareEdit(
  container: MedusaContainer,
  orderId: string,
  asked: EditOrderRequest,
  {
    renew,
    ...about
  }: Pick<AskedOrderEdit, "mark" | "created_by"> & {
    /** Extends the order's lock: Stripe may be slow to answer. */
    renew: () => Promise<void>
  }
): Promise<PreparedEdit> {
  const now = new Date()
  await removeLeftovers(container, orderId, now)
  const state = await readOrderRefundState(container, orderId)
  const { order } = state
  const request = checkRequest(order, asked)
  assertNoOpenRelease(orderId, state.records)
  await assertNotBeingPaid(container, order, renew)
  await renew()
  const before = await previewTotals(container, orderId)
  const wanted = unitsToReserve(request, before.items)
  const stock = await planStock(container, orderId, wanted)
  if (!stock.ok) {
    throw shortageError(stock.shortage)
  }
  // Without a promotion Medusa computes nothing, and keeps a discount whole.
  const promoted =
    request.discounts === "recompute" &&
    (await hasPromotions(container, orderId))
  const open = await openOrderEdit(container, order, {
    ...about,
    items: request.items,
    additions: request.additions,
    recompute: promoted,
  }).catch((error: unknown) => {
    throw editError(error)
  })
  try {
    const totals = { before, after: await previewTotals(container, orderId) }
    assertNothingStillToPay(state, totals)
    const was = settledOrder(order, state, gatewayOf(container), now)
    const is = settledOrder(
      orderAfter(order, request, totals, now),
      state,
      gatewayOf(container),
      now
    )
    const { cards, unreadable } = greaterThan(amountDue(is), "0")
      ? await savedCards(container, order, renew)
      : { cards: [], unreadable: false }
    const money = planMoney(
      was,
      is,
      request,
      cards.map(({ customer: _, ...card }) => card)
    )
    const warnings = [
      ...money.warnings,
      ...(unreadable ? [CARDS_UNREADABLE] : []),
      ...(request.discounts === "recompute" && !promoted ? [NO_PROMOTION] : []),
    ]
    return {
      preview: toPreview(is.order, totals, open.added, { ...money, warnings }),
      open,
      reservations: forLines(stock.reservations, request, open.added),
      card:
        cards.find(
          ({ payment_method_id }) =>
            payment_method_id === money.settlement.payment_method_id
        ) ?? null,
    }
  } catch (error) {
    await discardOrderEdit(container, open.id)
    throw error
  }
}

async function hasPromotions(
  container: MedusaContainer,
  orderId: string
): Promise<boolean> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "order",
      fields: ["id", "promotions.code"],
      filters: { id: orderId },
    })
  const rows: Record<string, unknown>[] = data
  const [order] = rows as { promotions?: ({ code?: string } | null)[] }[]
  return (order?.promotions ?? []).some((promotion) => promotion?.code)
}

const CARDS_UNREADABLE = {
  code: "cards_unreadable",
  message: "Stripe could not be asked for the customer's saved cards.",
}

const NO_PROMOTION = {
  code: "no_promotion",
  message:
    "The order has no promotion, so there is nothing to compute anew: units that stay keep their discount.",
}
