import type { QueryClient } from "@tanstack/react-query"
import { orderPageKeys } from "./query-keys"

/** The whole order page reads the order again, Medusa's own sections too. */
export async function refreshOrderPage(
  queryClient: QueryClient,
  orderId: string
): Promise<void> {
  await Promise.all(
    orderPageKeys(orderId).map((queryKey) =>
      queryClient.invalidateQueries({ queryKey })
    )
  )
}
