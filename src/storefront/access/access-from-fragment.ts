/** What a guest's link opens. */
export type OrderAccess = {
  /** For the header `x-refund-access`. */
  access: string
  order_id: string
}

/** As much of the browser as is used, for tests. */
export type BrowserLike = {
  location: Pick<Location, "hash" | "pathname" | "search">
  history: Pick<History, "replaceState" | "state">
  /** Null where the browser forbids it. */
  storage: Pick<Storage, "getItem" | "setItem" | "removeItem"> | null
}

const KEY = "refund-access"

/**
 * Takes a guest's token out of the address, `#access=...&order=...`, so that no
 * bookmark, screenshot or history has it, and keeps it for this tab alone. Without
 * one in the address, the one that was kept is returned.
 *
 * Call it before anything else looks at the address.
 */
export function readAccessFromFragment(
  browser: BrowserLike = currentBrowser()
): OrderAccess | null {
  const { location, history, storage } = browser
  const fragment = new URLSearchParams(location.hash.replace(/^#/, ""))
  const access = fragment.get("access")
  const order_id = fragment.get("order")
  if (!access || !order_id) {
    return parse(storage?.getItem(KEY) ?? null)
  }
  fragment.delete("access")
  fragment.delete("order")
  const rest = fragment.toString()
  history.replaceState(
    history.state,
    "",
    `${location.pathname}${location.search}${rest ? `#${rest}` : ""}`
  )
  storage?.setItem(KEY, JSON.stringify({ access, order_id }))
  return { access, order_id }
}

/** Forgets the token: the guest is done, or the store does not know it any more. */
export function forgetAccess(
  { storage }: Pick<BrowserLike, "storage"> = currentBrowser()
): void {
  storage?.removeItem(KEY)
}

function parse(text: string | null): OrderAccess | null {
  if (!text) {
    return null
  }
  try {
    const { access, order_id } = JSON.parse(text) as Partial<OrderAccess>
    return typeof access === "string" && typeof order_id === "string"
      ? { access, order_id }
      : null
  } catch {
    return null
  }
}

function currentBrowser(): BrowserLike {
  const { location, history } = window
  return { location, history, storage: sessionStorageOf(window) }
}

/** A browser that keeps nothing for a site throws at the very property. */
function sessionStorageOf(
  from: Pick<Window, "sessionStorage">
): BrowserLike["storage"] {
  try {
    return from.sessionStorage
  } catch {
    return null
  }
}
