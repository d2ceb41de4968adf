import type { MedusaContainer } from "@medusajs/framework/types"
import {
  DELIVERY_TRIES,
  deliveryKeys,
  MUST_BE_SENT,
  nextDelivery,
  retryAt,
} from "../../domain"
import { readOrderContact, sentUnderKeys } from "../../ledger"
import type { NoticeRecord } from "../../modules/refund-notices/types"
import { refundNoticesModule } from "../../workflows/common/refund-notices-module"
import { refundsModule } from "../../workflows/common/refunds-module"
import { reasonOf } from "./reason-of"
import { sendMessage } from "./send-message"
import { newsOf } from "./subjects"

/**
 * Tells what one notice is about, once. Medusa's own record of the message, under our
 * key, says after a crash whether it was sent; only then it is decided what there is to
 * tell, from how things are now.
 */
export async function tellNotice(
  container: MedusaContainer,
  notice: NoticeRecord,
  clock: () => Date
): Promise<void> {
  const { outbox } = refundNoticesModule(container)
  try {
    await tell(container, notice, clock)
  } catch (error) {
    const again =
      notice.attempts < DELIVERY_TRIES
        ? retryAt(notice.attempts, clock())
        : null
    const reason = reasonOf(error)
    await (again
      ? outbox.postpone(notice, again, reason)
      : outbox.end(notice, "failed", reason))
  }
}

async function tell(
  container: MedusaContainer,
  notice: NoticeRecord,
  clock: () => Date
): Promise<void> {
  const { outbox } = refundNoticesModule(container)
  const keys = deliveryKeys(notice.key, notice.attempts)
  const delivery = nextDelivery(
    await sentUnderKeys(container, keys),
    keys,
    clock()
  )
  if (delivery.do === "nothing") {
    const { notification_id } = delivery
    await outbox.sent(notice, { notification_id, note: null, now: clock() })
    return
  }
  if (delivery.do === "wait") {
    await outbox.hold(notice, delivery.until)
    return
  }
  const { notifications } = refundsModule(container).options
  const news = await newsOf(container, notice)
  if ("silent" in news) {
    await outbox.end(notice, "skipped", news.silent)
    return
  }
  const { template } = news
  const isOff =
    (!notifications.enabled || notifications.templates[template] === false) &&
    !MUST_BE_SENT.includes(template)
  if (isOff) {
    await outbox.end(notice, "skipped", "It is switched off by the options.")
    return
  }
  const ofOrder = await readOrderContact(container, notice.order_id)
  const contact = news.contact
    ? { first_name: ofOrder?.first_name ?? null, ...news.contact }
    : ofOrder
  if (!contact?.email) {
    await outbox.end(notice, "skipped", "The order has no e-mail address.")
    return
  }
  const { key, note } = delivery
  const notification_id = await sendMessage(container, {
    notice,
    news,
    contact: { ...contact, email: contact.email },
    key,
  })
  // Null where another worker has the notice, or is sending it this moment.
  if (notification_id) {
    await outbox.sent(notice, { notification_id, note, now: clock() })
  }
}
