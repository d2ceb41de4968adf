import { useSearchParams } from "react-router-dom"
import {
  addressOf,
  filtersOf,
  type RequestFilters,
} from "../lib/request-filters"

const OPEN = "request"

/**
 * What the page shows, kept in its address: a link, a reload or the way back from
 * an order show the same.
 */
export function useRequestAddress() {
  const [address, setAddress] = useSearchParams()
  const filters = filtersOf(address)
  const openId = address.get(OPEN)
  const go = (next: RequestFilters, open: string | null) =>
    setAddress(
      { ...addressOf(next), ...(open ? { [OPEN]: open } : {}) },
      { replace: true }
    )
  return {
    filters,
    /** Other filters begin on the first page. */
    change: (patch: Partial<RequestFilters>) =>
      go({ ...filters, page: 0, ...patch }, openId),
    /** The request whose drawer is open. */
    openId,
    open: (id: string | null) => go(filters, id),
  }
}
