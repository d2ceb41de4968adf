import { useEffect, useState } from "react"

/** Addresses of pictures that the customer has chosen; they never leave the browser. */
export function usePreviews(photos: File[]): string[] {
  const [addresses, setAddresses] = useState<string[]>([])
  useEffect(() => {
    const made = photos.map((photo) => URL.createObjectURL(photo))
    setAddresses(made)
    // Each one keeps its file in memory until it is revoked.
    return () => made.forEach((address) => URL.revokeObjectURL(address))
  }, [photos])
  return addresses
}
