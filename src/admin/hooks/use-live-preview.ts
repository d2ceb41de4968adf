import { keepPreviousData, useQuery } from "@tanstack/react-query"
import { adminApi } from "../lib/admin-api"
import { AdminApiError } from "../lib/admin-api-error"
import { livePreviewKey } from "../lib/order-edit-keys"
import { useDebounced } from "./use-debounced"

/**
 * The server's preview of a request. It follows the merchant's typing with a
 * small delay; the older one is shown meanwhile, and is not current.
 *
 * @param request null where there is nothing to preview yet
 */
export function useLivePreview<Answer>(path: string, request: object | null) {
  const text = request ? JSON.stringify(request) : ""
  const settled = useDebounced(text)
  const query = useQuery<Answer, Error>({
    queryKey: livePreviewKey(path, settled),
    queryFn: async ({ signal }) => {
      const { data } = await adminApi<Answer>(path, {
        method: "POST",
        body: JSON.parse(settled),
        signal,
      })
      return data
    },
    enabled: settled !== "",
    placeholderData: keepPreviousData,
    gcTime: 0,
    retry: (count, error) => !(error instanceof AdminApiError) && count < 2,
  })
  const isAnswered = text !== "" && text === settled
  return {
    answer: text && !query.isError ? query.data : undefined,
    isCurrent:
      isAnswered &&
      query.isSuccess &&
      !query.isPlaceholderData &&
      !query.isFetching,
    error: isAnswered ? query.error : null,
    refetch: query.refetch,
  }
}
