import {
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query"
import type { AdminStripeEventListResponse, StripeEventDTO } from "../../types"
import { adminApi } from "../lib/admin-api"
import { stripeEventListKey, stripeEventsKey } from "../lib/reconciliation-keys"

export const EVENTS_PER_PAGE = 20

/** The events of Stripe that could not be processed. */
export const useFailedStripeEvents = (offset: number) =>
  useQuery({
    queryKey: stripeEventListKey(offset),
    queryFn: async ({ signal }) => {
      const { data } = await adminApi<AdminStripeEventListResponse>(
        `/admin/stripe-events?status=failed&limit=${EVENTS_PER_PAGE}&offset=${offset}`,
        { signal }
      )
      return data
    },
    placeholderData: keepPreviousData,
    staleTime: 0,
  })

/** Processes an event again; afterwards the list is read again. */
export function useStripeEventRetry() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: async (id: string) => {
      const { data } = await adminApi<{ stripe_event: StripeEventDTO }>(
        `/admin/stripe-events/${id}/retry`,
        { method: "POST", body: {} }
      )
      return data.stripe_event
    },
    onSettled: () =>
      queryClient.invalidateQueries({ queryKey: stripeEventsKey }),
  })
}
