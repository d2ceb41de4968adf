import { randomUUID } from "node:crypto"
import type {
  AdminEditOrder,
  OrderEditDTO,
  OrderEditPreview,
} from "../../../../src/types"
import type {
  Answer,
  HttpClient,
  RefundsApi,
} from "../../../support/refunds-api"

type Body = AdminEditOrder | Record<string, unknown>

/** The admin API of order edits, as a logged-in merchant. */
export const editsApi = (api: HttpClient, { admin }: RefundsApi) => ({
  preview: (
    orderId: string,
    body: Body
  ): Promise<Answer<{ order_edit_preview: OrderEditPreview }>> =>
    api.post(`/admin/orders/${orderId}/edits/preview`, body, admin),
  /** With a key of its own; `null` sends none. */
  edit: (
    orderId: string,
    body: Body,
    key: string | null = randomUUID()
  ): Promise<Answer<{ order_edit: OrderEditDTO }>> =>
    api.post(`/admin/orders/${orderId}/edits`, body, {
      ...admin,
      headers: { ...admin.headers, ...(key ? { "Idempotency-Key": key } : {}) },
    }),
})

export type EditsApi = ReturnType<typeof editsApi>
