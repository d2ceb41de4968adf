import { keepPreviousData, useQuery } from "@tanstack/react-query"
import { adminApi } from "../lib/admin-api"
import { variantSearchKey } from "../lib/order-edit-keys"
import { useDebounced } from "./use-debounced"

/** A variant that can come to an order. */
export type FoundVariant = {
  id: string
  title: string
  sku: string | null
  manage_inventory: boolean
  inventory_quantity?: number
  product: { title: string; thumbnail: string | null } | null
}

const FIELDS =
  "id,title,sku,manage_inventory,inventory_quantity,product.title,product.thumbnail"
export const VARIANTS_SHOWN = 8

/** Searches products as Medusa's own edit does; without words it asks nothing. */
export function useVariantSearch(typed: string) {
  const words = useDebounced(typed.trim())
  const query = useQuery({
    queryKey: variantSearchKey(words),
    queryFn: async ({ signal }) => {
      const params = new URLSearchParams({
        q: words,
        limit: String(VARIANTS_SHOWN),
        fields: FIELDS,
      })
      const { data } = await adminApi<{
        variants: FoundVariant[]
        count: number
      }>(`/admin/product-variants?${params}`, { signal })
      return data
    },
    enabled: words !== "",
    placeholderData: keepPreviousData,
  })
  return {
    found: words ? query.data : undefined,
    isCurrent: words === typed.trim() && !query.isFetching,
    isError: query.isError,
  }
}
