import { MedusaError } from "@medusajs/framework/utils"
import type {
  OrderEditCard,
  OrderEditRecord,
} from "../../../modules/refunds/order-edit-record"
import type { SavedCard } from "../../../types"
import { requestHash } from "../../common/request-hash"
import type { EditOrderInput, OpenedOrderEdit } from "../types"
import type { PreparedEdit } from "./prepare-edit"
import type { ChargeableCard } from "./saved-cards"

/** An edit as it is written down before the order is changed. */
export function toRecord(
  id: string,
  input: EditOrderInput,
  { preview, card }: PreparedEdit
): OrderEditRecord {
  const { settlement } = preview
  return {
    id,
    order_id: input.order_id,
    status: "editing",
    settlement_status: "planned",
    request: { ...input.request, refund_reason_id: input.refund_reason_id },
    // The customer's other cards are nobody's business once one is chosen.
    preview: { ...preview, settlement: { ...settlement, saved_cards: [] } },
    settlement: {
      kind: settlement.kind,
      amount: settlement.amount,
      order_refund_id: null,
      payment_id: null,
      payment_collection_id: null,
      payment_link: null,
      code: null,
      message: null,
      decline_code: null,
      advice_code: null,
      card: card ? chargedCard(card) : null,
      charge: null,
    },
    note: input.note ?? null,
    created_by: input.created_by ?? null,
    idempotency_key: input.idempotency_key ?? null,
    request_hash: hashOf(input),
    created_at: new Date().toISOString(),
  }
}

/** Of an edit that will be carried out: a preview has none. */
export function recordOf({
  record,
  order_id,
}: OpenedOrderEdit): OrderEditRecord {
  if (!record) {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      `The preview of an edit of ${order_id} cannot be carried out.`
    )
  }
  return record
}

/** What it takes to charge a card, and what people know it by. */
const chargedCard = ({
  provider_id,
  customer,
  payment_method_id,
  brand,
  last4,
}: ChargeableCard): OrderEditCard & Pick<SavedCard, "brand" | "last4"> => ({
  provider_id,
  customer,
  payment_method_id,
  brand,
  last4,
})

/** Tells one request from another. Who asks is no part of what is asked. */
export const hashOf = ({
  order_id,
  request,
  ...input
}: EditOrderInput): string =>
  requestHash({
    order_id,
    request,
    note: input.note ?? null,
    refund_reason_id: input.refund_reason_id ?? null,
    preview_hash: input.preview_hash ?? null,
  })
