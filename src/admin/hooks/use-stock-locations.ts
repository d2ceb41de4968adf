import { useQuery } from "@tanstack/react-query"
import { adminApi } from "../lib/admin-api"
import { stockLocationsKey } from "../lib/query-keys"

export type StockLocation = { id: string; name: string }

/** Where returned goods can be expected; asked for once goods are expected. */
export const useStockLocations = (isNeeded: boolean) =>
  useQuery({
    queryKey: stockLocationsKey,
    queryFn: async ({ signal }) => {
      const { data } = await adminApi<{ stock_locations: StockLocation[] }>(
        "/admin/stock-locations?limit=200&fields=id,name&order=name",
        { signal }
      )
      return data.stock_locations
    },
    enabled: isNeeded,
  })

/** The name of the chosen location, or of the only one there is. */
export const locationName = (
  locations: StockLocation[] | undefined,
  chosen: string
): string | undefined =>
  locations?.find(({ id }) => id === chosen || locations.length === 1)?.name
