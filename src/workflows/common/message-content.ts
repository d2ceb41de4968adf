import { type Message, renderMessage, type RenderedMessage } from "../../domain"
import type { NotificationOptions } from "../../modules/refunds/notification-options"

/** The store's own text, or the plugin's. */
export async function contentOf(
  message: Message,
  locale: string,
  { templates }: NotificationOptions
): Promise<RenderedMessage> {
  const own = templates[message.template]
  if (typeof own !== "function") {
    return renderMessage(message, locale)
  }
  const write = own as (
    data: object
  ) => RenderedMessage | Promise<RenderedMessage>
  return write({ ...message.data, locale })
}
