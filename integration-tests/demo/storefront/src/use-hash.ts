import { useEffect, useState } from "react"

/** The page that the address names: `#/orders/order_1` is `["orders", "order_1"]`. */
export function useHash(): string[] {
  const [hash, setHash] = useState(location.hash)
  useEffect(() => {
    const change = () => setHash(location.hash)
    addEventListener("hashchange", change)
    return () => removeEventListener("hashchange", change)
  }, [])
  return hash.replace(/^#\/?/, "").split("/").filter(Boolean)
}
