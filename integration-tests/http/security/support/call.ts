import type { Route } from "./our-routes"

/** What the test runner hands out as `api`, for any method. */
export type Caller = { request(options: object): Promise<Reply> }

export type Reply = {
  status: number
  data: Record<string, unknown> & { code?: string }
}

type Options = {
  id?: string
  headers?: object
  /** A text goes as it is; anything else as JSON. */
  body?: unknown
  /** Everything after the question mark. */
  query?: string
}

/** Calls a route; errors are answers. `:id` becomes `id`. */
export async function call(
  api: Caller,
  { method, path }: Pick<Route, "method" | "path">,
  { id = "none", headers, body, query }: Options = {}
): Promise<Reply> {
  const url = path.replace(":id", encodeURIComponent(id))
  const { status, data } = await api.request({
    method,
    url: query === undefined ? url : `${url}?${query}`,
    headers: { "content-type": "application/json", ...headers },
    data: body,
    // Axios would leave keys out, "constructor" for one.
    transformRequest: (data: unknown) =>
      data === undefined || typeof data === "string"
        ? data
        : JSON.stringify(data),
    validateStatus: () => true,
  })
  return { status, data }
}
