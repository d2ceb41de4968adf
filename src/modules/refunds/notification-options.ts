import { z } from "@medusajs/framework/zod"
import {
  MESSAGE_TEMPLATES,
  MUST_BE_SENT,
  type MessageData,
  type MessageTemplate,
  type RenderedMessage,
} from "../../domain"

/**
 * What is sent instead of the plugin's own text: the id of a template that the
 * provider has, a function that writes the text, or false for nothing.
 */
export type NotificationTemplate<Template extends MessageTemplate> =
  | string
  | false
  | ((
      data: MessageData[Template] & { locale: string }
    ) => RenderedMessage | Promise<RenderedMessage>)

/** Messages by their names. */
export type NotificationTemplates = {
  [Template in MessageTemplate]?: NotificationTemplate<Template>
}

const isTemplate = (value: unknown): boolean =>
  value === false ||
  typeof value === "function" ||
  (typeof value === "string" && value.length > 0)

const templates = z
  .custom<NotificationTemplates>(
    (value) => typeof value === "object" && value !== null,
    "must be an object of messages by their names"
  )
  .superRefine((given, context) => {
    for (const [name, value] of Object.entries(given)) {
      const issue = issueOf(name, value)
      if (issue) {
        context.addIssue({ code: "custom", path: [name], message: issue })
      }
    }
  })

function issueOf(name: string, value: unknown): string | null {
  if (!MESSAGE_TEMPLATES.some((known) => known === name)) {
    return `is no message of this plugin. They are ${MESSAGE_TEMPLATES.join(", ")}`
  }
  if (value === false && MUST_BE_SENT.some((must) => must === name)) {
    return "cannot be switched off: the law asks for it"
  }
  return value === undefined || isTemplate(value)
    ? null
    : "must be a provider's template id, a function, or false"
}

const isTimeZone = (zone: string): boolean => {
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: zone }))
  } catch {
    return false
  }
}

const isLocale = (locale: string): boolean => {
  try {
    return Intl.getCanonicalLocales(locale).length > 0
  } catch {
    return false
  }
}

/** An address with places such as `{order_id}`. */
const address = z
  .string()
  .regex(/^https?:\/\//, "must be an address that begins with https://")

/** Where customers see things in the storefront. */
export const notificationUrlsSchema = z.strictObject({
  /** The page of an order: `{order_id}`. */
  order: address.optional(),
  /** Where a link for guests leads: `{order_id}`, `{token}`. */
  access: address.optional(),
  /** Where a changed order is paid: `{order_id}`, `{payment_collection_id}`. */
  payment: address.optional(),
})

/** What customers are told, and how. */
export const notificationOptionsSchema = z.strictObject({
  /** False: nobody is told anything, acknowledgements of a withdrawal aside. */
  enabled: z.boolean().default(true),
  /** The channel of Medusa's Notification Module. */
  channel: z.string().min(1).default("email"),
  /** The sender. Without it the provider's own is taken. */
  from: z.string().min(1).optional(),
  /** What the store is called in messages. */
  storeName: z
    .string()
    .refine((name) => name.trim().length > 0, "must not be empty")
    .default("Our store"),
  /** For orders whose locale, and whose region's, nobody knows or writes in. */
  defaultLocale: z
    .string()
    .refine(isLocale, "must be a locale such as en or de-AT")
    .default("en"),
  /** The time zone of dates in messages. */
  timeZone: z
    .string()
    .refine(isTimeZone, "must be a time zone such as Europe/Berlin")
    .default("UTC"),
  /** How long a state has to last before customers are told of it, in seconds. */
  waitSeconds: z.number().int().min(0).max(86_400).default(60),
  /** Whether the customer is told where nobody said so. */
  notifyByDefault: z.boolean().default(true),
  /** Other texts than the plugin's, by message. */
  templates: templates.prefault({}),
  urls: notificationUrlsSchema.prefault({}),
})

/** The notification options after validation. */
export type NotificationOptions = z.output<typeof notificationOptionsSchema>

/** Whether customers are told of a refund of which nobody said so. */
export const tellsByDefault = ({
  notifications,
}: {
  notifications: NotificationOptions
}): boolean => notifications.enabled && notifications.notifyByDefault
