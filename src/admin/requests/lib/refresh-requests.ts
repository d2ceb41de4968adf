import type { QueryClient } from "@tanstack/react-query"
import { refreshOrderPage } from "../../lib/refresh-order-page"
import { requestsKey } from "./request-keys"

/** Lists, the open request and its order are read again. */
export async function refreshRequests(
  queryClient: QueryClient,
  orderId: string | null
): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: requestsKey }),
    orderId ? refreshOrderPage(queryClient, orderId) : undefined,
  ])
}
