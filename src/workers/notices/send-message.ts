import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { type Message, type MessageFrame, pickLocale } from "../../domain"
import type { OrderContact } from "../../ledger"
import type { NoticeRecord } from "../../modules/refund-notices/types"
import type { NotificationOptions } from "../../modules/refunds/notification-options"
import { refundNoticesModule } from "../../workflows/common/refund-notices-module"
import { refundsModule } from "../../workflows/common/refunds-module"
import { fillAddress } from "../../workflows/common/fill-address"
import { contentOf } from "../../workflows/common/message-content"
import type { News } from "./subjects/types"

type Sending = {
  notice: NoticeRecord
  news: News
  contact: OrderContact & { email: string }
  /** What Medusa knows this try by. */
  key: string
}

/**
 * Sends a message through Medusa's Notification Module, with the store's own template
 * where the options name one.
 *
 * @returns the id of Medusa's notification; null where another worker has the notice
 * @throws what the provider says
 */
export async function sendMessage(
  container: MedusaContainer,
  { notice, news, contact, key }: Sending
): Promise<string | null> {
  const { notifications } = refundsModule(container).options
  const locale = pickLocale(contact.locales, notifications.defaultLocale)
  const message = {
    template: news.template,
    data: { ...frameOf(notice, contact, notifications), ...news.data },
  } as Message
  const has = await refundNoticesModule(container).outbox.prepare(notice, {
    template: news.template,
    channel: notifications.channel,
    locale,
    data: message.data,
    about: news.about,
  })
  if (!has) {
    return null
  }
  const own = notifications.templates[message.template]
  // A provider's template is not used where the message brings its own content.
  const isProviders = typeof own === "string"
  const sent = await container
    .resolve(Modules.NOTIFICATION)
    .createNotifications({
      to: contact.email,
      ...(notifications.from ? { from: notifications.from } : {}),
      channel: notifications.channel,
      template: isProviders ? own : message.template,
      // `notice_id` stays the same when it is sent again: a provider can tell.
      data: { ...message.data, locale, notice_id: notice.id },
      ...(isProviders
        ? {}
        : { content: await contentOf(message, locale, notifications) }),
      trigger_type: message.template,
      resource_type: notice.order_refund_id ? "order_refund" : "order",
      resource_id: notice.order_refund_id ?? notice.order_id,
      ...(contact.customer_id ? { receiver_id: contact.customer_id } : {}),
      idempotency_key: key,
    })
  // Medusa answers nothing where it knows the key already.
  return (sent as { id: string } | undefined)?.id ?? null
}

const frameOf = (
  { order_id }: NoticeRecord,
  { first_name, order_name }: OrderContact,
  { storeName, timeZone, urls }: NotificationOptions
): MessageFrame => ({
  store_name: storeName,
  customer_name: first_name,
  order_name,
  order_url: urls.order ? fillAddress(urls.order, { order_id }) : null,
  time_zone: timeZone,
})
