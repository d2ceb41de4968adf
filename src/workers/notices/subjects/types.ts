import type { MedusaContainer } from "@medusajs/framework/types"
import type { MessageTemplate } from "../../../domain"
import type { OrderContact } from "../../../ledger"
import type { NoticeRecord } from "../../../modules/refund-notices/types"

/** What is to be told: a message, less what all messages say. */
export type News = {
  template: MessageTemplate
  data: object
  /** The movements of money that it tells of. */
  about: string[]
  /** Whom it is for, where that is not simply the order's customer. */
  contact?: Pick<
    OrderContact,
    "email" | "locales" | "order_name" | "customer_id"
  >
}

/** What a notice has to tell as things are now, or why it has nothing to. */
export type NewsOf = (
  container: MedusaContainer,
  notice: NoticeRecord
) => Promise<News | { silent: string }>
