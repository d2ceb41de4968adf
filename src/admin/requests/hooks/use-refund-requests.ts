import { keepPreviousData, useQuery } from "@tanstack/react-query"
import type {
  AdminRefundRequestListResponse,
  AdminRefundRequestProposalResponse,
  AdminRefundRequestResponse,
} from "../../../types"
import { adminApi } from "../../lib/admin-api"
import { AdminApiError } from "../../lib/admin-api-error"
import {
  orderRequestsKey,
  requestKey,
  requestListKey,
  requestProposalKey,
} from "../lib/request-keys"

const CUSTOMERS_WRITE_ANY_TIME_MS = 60_000

/** Requests of all orders, and what the whole shop has to do. */
export const useRefundRequests = (query: string) =>
  useQuery({
    queryKey: requestListKey(query),
    queryFn: ({ signal }) => listRequests(query, signal),
    placeholderData: keepPreviousData,
    staleTime: 0,
    refetchOnWindowFocus: true,
    refetchInterval: CUSTOMERS_WRITE_ANY_TIME_MS,
  })

/** The requests of one order, newest first. */
export const useOrderRequests = (orderId: string) =>
  useQuery({
    queryKey: orderRequestsKey(orderId),
    queryFn: ({ signal }) =>
      listRequests(
        new URLSearchParams({ order_id: orderId, limit: "100" }).toString(),
        signal
      ),
    staleTime: 0,
    refetchOnWindowFocus: true,
    // Who may not see requests is told so once.
    retry: (count, error) => !(error instanceof AdminApiError) && count < 2,
  })

/** One request with its trail. */
export const useRefundRequest = (id: string) =>
  useQuery({
    queryKey: requestKey(id),
    queryFn: async ({ signal }) => {
      const { data } = await adminApi<AdminRefundRequestResponse>(
        `/admin/refund-requests/${encodeURIComponent(id)}`,
        { signal }
      )
      return data.refund_request
    },
    staleTime: 0,
    retry: (count, error) => !(error instanceof AdminApiError) && count < 2,
  })

/** What approving a request would refund, for an open form. */
export const useRequestProposal = (id: string) =>
  useQuery({
    queryKey: requestProposalKey(id),
    queryFn: async ({ signal }) => {
      const { data } = await adminApi<AdminRefundRequestProposalResponse>(
        `/admin/refund-requests/${encodeURIComponent(id)}/proposal`,
        { signal }
      )
      return data.proposal
    },
    staleTime: 0,
    // A form begins with what it is given: never with the proposal of an earlier look.
    gcTime: 0,
    retry: (count, error) => !(error instanceof AdminApiError) && count < 2,
  })

async function listRequests(query: string, signal: AbortSignal) {
  const { data } = await adminApi<AdminRefundRequestListResponse>(
    `/admin/refund-requests?${query}`,
    { signal }
  )
  return data
}
