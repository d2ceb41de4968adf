import { useQuery } from "@tanstack/react-query"
import { useEffect, useState } from "react"
import { adminFile } from "../../lib/admin-api"
import { requestPhotoKey } from "../lib/request-keys"

/**
 * A customer's picture as an address for `img`. It lies behind the staff's login,
 * which an `img` with a JWT could not show, so it is read here and kept in memory.
 */
export function useRequestPhoto(requestId: string, photoId: string) {
  const { data, isError, refetch } = useQuery({
    queryKey: requestPhotoKey(requestId, photoId),
    queryFn: ({ signal }) =>
      adminFile(
        `/admin/refund-requests/${encodeURIComponent(requestId)}/photos/${encodeURIComponent(photoId)}`,
        { signal }
      ),
    staleTime: Infinity,
  })
  const [url, setUrl] = useState<string>()
  useEffect(() => {
    if (!data) {
      return
    }
    const made = URL.createObjectURL(data)
    setUrl(made)
    return () => {
      URL.revokeObjectURL(made)
      setUrl(undefined)
    }
  }, [data])
  return { url, isError, refetch }
}
