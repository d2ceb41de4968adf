import { useQuery } from "@tanstack/react-query"
import { adminApi } from "../lib/admin-api"
import { authorKey } from "../lib/query-keys"

type User = {
  first_name: string | null
  last_name: string | null
  email: string
}

const FIELDS = "first_name,last_name,email"

/** The name of who made a refund; nothing for an API key or a workflow. */
export function useAuthor(createdBy: string | null): string | undefined {
  const { data } = useQuery({
    queryKey: authorKey(createdBy ?? ""),
    queryFn: async ({ signal }) => {
      const { data } = await adminApi<{ user: User }>(
        `/admin/users/${createdBy}?fields=${FIELDS}`,
        { signal }
      )
      return nameOf(data.user)
    },
    enabled: Boolean(createdBy?.startsWith("user_")),
    staleTime: Infinity,
    // The user may be gone, or not for everyone to see.
    retry: false,
  })
  return data
}

const nameOf = ({ first_name, last_name, email }: User): string =>
  [first_name, last_name].filter(Boolean).join(" ") || email
