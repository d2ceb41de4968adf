import type { MedusaContainer } from "@medusajs/framework/types"
import type { MessageTemplate, RequestMessage } from "../../../domain"
import type { RefundRequestRecord } from "../../../modules/refund-requests/types"
import { fillAddress } from "../../../workflows/common/fill-address"
import { refundsModule } from "../../../workflows/common/refunds-module"
import { requestsModule } from "../../../workflows/refund-requests"
import type { News, NewsOf } from "./types"

/** The states in which each message is still true. */
const TRUE_IN: Partial<
  Record<MessageTemplate, readonly RefundRequestRecord["status"][]>
> = {
  "refund-request.question": ["needs_info"],
  "refund-request.declined": ["declined"],
  "withdrawal.invalid": ["invalid"],
  "refund-request.approved": ["approved", "done"],
}

/** What there is to tell of a customer's request. */
export const newsOfRefundRequest: NewsOf = async (container, notice) => {
  const id = String(notice.refund_request_id)
  const request = await requestsModule(container).requests.find({ id })
  if (!request) {
    return { silent: "The request does not exist any more." }
  }
  const states = TRUE_IN[notice.template]
  if (states && !states.includes(request.status)) {
    return { silent: "The request has moved on since." }
  }
  if (request.events.some(({ action }) => action === "refused")) {
    return { silent: "The store has refused the request at once." }
  }
  const data = await dataOf(container, notice.template, request)
  return data
    ? {
        template: notice.template,
        about: [],
        data,
        contact: {
          email: request.email,
          locales: [request.locale],
          order_name: orderName(request),
          customer_id: request.customer_id,
        },
      }
    : { silent: "There is nothing to tell of it." }
}

const orderName = ({ order_id, order_number }: RefundRequestRecord): string =>
  order_id && /^\d+$/.test(order_number) ? `#${order_number}` : order_number

async function dataOf(
  container: MedusaContainer,
  template: MessageTemplate,
  request: RefundRequestRecord
): Promise<News["data"] | null> {
  const about = requestMessage(container, request)
  switch (template) {
    case "withdrawal.acknowledged":
      return request.receipt_data
    case "withdrawal.invalid":
      return (
        request.receipt_data && {
          ...request.receipt_data,
          reason: request.decision_note ?? "",
        }
      )
    case "refund-request.received":
      return about
    case "refund-request.question":
      return { ...about, question: request.question ?? "" }
    case "refund-request.declined":
      return { ...about, reason: request.decision_note ?? "" }
    case "refund-request.approved":
      return approved(container, request, about)
    default:
      return null
  }
}

function requestMessage(
  container: MedusaContainer,
  { order_id, lines, message, received_at }: RefundRequestRecord
): Omit<RequestMessage, keyof Frame> {
  const { urls } = refundsModule(container).options.notifications
  return {
    items: lines.map(({ title, quantity }) => ({ title, quantity })),
    message,
    submitted_at: received_at,
    request_url:
      urls.order && order_id ? fillAddress(urls.order, { order_id }) : null,
  }
}

type Frame = Pick<
  RequestMessage,
  "store_name" | "customer_name" | "order_name" | "order_url" | "time_zone"
>

/** With the money of the refund that it got. */
async function approved(
  container: MedusaContainer,
  { order_refund_id, decision_note }: RefundRequestRecord,
  about: object
): Promise<News["data"] | null> {
  const refund = order_refund_id
    ? await refundsModule(container).orderRefunds.find({ id: order_refund_id })
    : null
  if (!refund?.notify_customer) {
    return null
  }
  return {
    ...about,
    amount: refund.amount,
    currency_code: refund.currency_code,
    has_goods_to_return: refund.lines.some(
      ({ restock }) => restock === "return"
    ),
    note: decision_note,
  }
}
