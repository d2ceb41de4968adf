/** Whether anybody can see the page, for tests in the place of `document`. */
export type Tab = {
  isHidden(): boolean
  /** Calls back when that changes; returns how to stop it. */
  onChange(callback: () => void): () => void
}

/** The browser's tab. On a server, and in a worker, it is never hidden. */
export function browserTab(): Tab {
  if (typeof document === "undefined") {
    return { isHidden: () => false, onChange: () => () => undefined }
  }
  return {
    isHidden: () => document.visibilityState === "hidden",
    onChange: (callback) => {
      document.addEventListener("visibilitychange", callback)
      return () => document.removeEventListener("visibilitychange", callback)
    },
  }
}
