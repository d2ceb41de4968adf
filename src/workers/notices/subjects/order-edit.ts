import { dueAmount } from "../../../domain"
import { waitingCollection } from "../../../ledger"
import { readOrderRefundState } from "../../../workflows/common/read-order-state"
import { refundsModule } from "../../../workflows/common/refunds-module"
import type { NewsOf } from "./types"

const PAID = { silent: "Nothing is to be paid by this link any more." }

/**
 * The link by which a customer pays for a changed order, with what they owe now. An
 * edit's record does not follow what happens to its payment; Medusa's collection does.
 */
export const newsOfOrderEdit: NewsOf = async (container, notice) => {
  const { edits } = refundsModule(container)
  const [[latest]] = await edits.readOfOrder(notice.order_id, {
    limit: 1,
    offset: 0,
  })
  if (latest?.id !== notice.order_edit_id) {
    return { silent: "The order was changed again since." }
  }
  const { payment_collection_id, payment_link: url } = latest?.settlement ?? {}
  if (!url) {
    return PAID
  }
  const { order } = await readOrderRefundState(container, notice.order_id)
  const waiting = waitingCollection({
    collections: order.collections.filter(
      ({ id }) => id === payment_collection_id
    ),
  })
  const { currency_code } = order
  return waiting
    ? {
        template: "order-edit.payment-link",
        about: [],
        data: {
          amount: dueAmount(waiting.amount, currency_code),
          currency_code,
          url,
        },
      }
    : PAID
}
