import { randomUUID } from "node:crypto"
import { Modules } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { pickLocale } from "../../domain"
import { readOrderContact } from "../../ledger"
import { fillAddress } from "../../workflows/common/fill-address"
import { refundsModule } from "../../workflows/common/refunds-module"
import { makeAccessLink } from "../../workflows/refund-requests"
import { contentOf } from "../../workflows/common/message-content"

/**
 * Mails the link by which a guest reaches an order, where number and address belong
 * together. It is sent once and forgotten: a guest who gets none asks again. The
 * link itself is stored nowhere.
 */
export async function sendAccessLink(
  container: MedusaContainer,
  asked: { display_id: string; email: string },
  now: Date
): Promise<void> {
  const { notifications } = refundsModule(container).options
  const { channel, from, urls, storeName, timeZone } = notifications
  const link = urls.access ? await makeAccessLink(container, asked, now) : null
  const contact = link && (await readOrderContact(container, link.order_id))
  if (!link || !urls.access || !contact?.email) {
    return
  }
  const { order_id, token, expires_at } = link
  const locale = pickLocale(contact.locales, notifications.defaultLocale)
  const template = "refund-access.link" as const
  const data = {
    store_name: storeName,
    customer_name: contact.first_name,
    order_name: contact.order_name,
    order_url: null,
    time_zone: timeZone,
    url: fillAddress(urls.access, { order_id, token }),
    expires_at: expires_at.toISOString(),
  }
  const own = notifications.templates[template]
  if (own === false) {
    return
  }
  await container.resolve(Modules.NOTIFICATION).createNotifications({
    to: contact.email,
    ...(from ? { from } : {}),
    channel,
    template: typeof own === "string" ? own : template,
    // Medusa stores `data`: only a provider's own template needs the link in it.
    data: typeof own === "string" ? { ...data, locale } : { locale },
    ...(typeof own === "string"
      ? {}
      : {
          content: await contentOf({ template, data }, locale, notifications),
        }),
    trigger_type: template,
    resource_type: "order",
    resource_id: order_id,
    idempotency_key: `refund-access:${randomUUID()}`,
  })
}
