import type { MedusaContainer } from "@medusajs/framework/types"
import type { RequestFilters } from "../../modules/refund-requests/records/request-filters"
import type {
  AdminRefundRequestListResponse,
  RefundRequestDTO,
  StoreRefundRequest,
} from "../../types"
import {
  getRefundRequest,
  requestNotFound,
  requestsModule,
} from "../../workflows/refund-requests"
import { adminRequests, storeRequests } from "./refund-request-dto"

/** More than that a customer does not send for one order. */
const MOST = 100

/** The requests of one order as its customer sees them, newest first. */
export async function listStoreRequests(
  container: MedusaContainer,
  order_id: string
): Promise<StoreRefundRequest[]> {
  const [records] = await requestsModule(container).requests.list(
    { order_id: [order_id] },
    { take: MOST, skip: 0 }
  )
  return storeRequests(container, records)
}

/**
 * One request as its customer sees it.
 *
 * @throws refund_request_not_found, also where it is of another order
 */
export async function retrieveStoreRequest(
  container: MedusaContainer,
  order_id: string,
  id: string
): Promise<StoreRefundRequest> {
  const record = await getRefundRequest(container, id)
  const [request] =
    record.order_id === order_id ? await storeRequests(container, [record]) : []
  if (!request) {
    throw requestNotFound(id)
  }
  return request
}

/** Requests for the staff, with what the whole shop has to do. */
export async function listAdminRequests(
  container: MedusaContainer,
  filters: RequestFilters,
  {
    limit,
    offset,
    order,
  }: { limit: number; offset: number; order: Record<string, "ASC" | "DESC"> },
  now: Date
): Promise<AdminRefundRequestListResponse> {
  const { requests } = requestsModule(container)
  const [[records, count], summary] = await Promise.all([
    requests.list(filters, { take: limit, skip: offset }, order),
    requests.countOpen(),
  ])
  return {
    refund_requests: await adminRequests(container, records, now),
    count,
    offset,
    limit,
    summary,
  }
}

/**
 * One request for the staff.
 *
 * @throws refund_request_not_found
 */
export async function retrieveAdminRequest(
  container: MedusaContainer,
  id: string,
  now: Date
): Promise<RefundRequestDTO> {
  const record = await getRefundRequest(container, id)
  const [request] = await adminRequests(container, [record], now)
  if (!request) {
    throw requestNotFound(id)
  }
  return request
}
