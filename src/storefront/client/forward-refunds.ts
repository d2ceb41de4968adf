import { readHeaders, type LoginHeaders } from "./login-headers"

/** Where `forwardRefunds` sends requests to. */
export type ForwardOptions = {
  /** The store's address, as the server reaches it. */
  baseUrl: string
  publishableKey: string
  /** The path of the route, which is cut off: `/api/refunds`. */
  at: string
  /** The login of the customer, from a cookie that no script can read. */
  headers?: LoginHeaders
}

/** What may pass. Anything else of the store would be reachable with the login, too. */
const PATHS = [
  /^\/store\/orders\/[^/]+\/(refunds|refund-options)$/,
  /^\/store\/orders\/[^/]+\/refund-requests(\/[^/]+(\/(cancel|answer|photos))?)?$/,
  /^\/store\/(refunds|refund-policy|refund-access|withdrawals)$/,
]

const SENT = [
  "accept",
  "content-type",
  "idempotency-key",
  "if-none-match",
  "x-refund-access",
  "x-forwarded-for",
]

const ANSWERED = ["cache-control", "content-type", "etag", "referrer-policy"]

/**
 * A route of the storefront's own server that passes the requests of `refundsClient`
 * on to the store: for storefronts whose login is a cookie that the browser's code
 * cannot read, such as Medusa's Next.js starter.
 *
 * @returns a handler of the web's `Request` and `Response`, for GET and POST
 * @example
 * // src/app/api/refunds/[...path]/route.ts
 * const handler = forwardRefunds({ baseUrl, publishableKey, at: "/api/refunds", headers: getAuthHeaders })
 * export { handler as GET, handler as POST }
 */
export const forwardRefunds =
  ({ baseUrl, publishableKey, at, headers: login }: ForwardOptions) =>
  async (request: Request): Promise<Response> => {
    const url = new URL(request.url)
    const path = url.pathname.startsWith(at)
      ? url.pathname.slice(at.length)
      : ""
    if (!PATHS.some((allowed) => allowed.test(path)) || isForeign(request)) {
      return new Response(null, { status: 404 })
    }
    const answer = await fetch(
      `${baseUrl.replace(/\/$/, "")}${path}${url.search}`,
      {
        method: request.method,
        headers: {
          ...pick(request.headers, SENT),
          "x-publishable-api-key": publishableKey,
          ...(await readHeaders(login)),
        },
        ...(request.method === "GET"
          ? {}
          : { body: await request.arrayBuffer() }),
        // Next.js would keep what is fetched.
        cache: "no-store",
        redirect: "manual",
      }
    )
    return new Response(answer.status === 304 ? null : answer.body, {
      status: answer.status,
      headers: pick(answer.headers, ANSWERED),
    })
  }

/** Another site's form would be sent with the customer's cookie. */
function isForeign(request: Request): boolean {
  const origin = request.headers.get("origin")
  return (
    request.method !== "GET" &&
    (request.headers.get("sec-fetch-site") ?? "same-origin") !==
      "same-origin" &&
    origin !== new URL(request.url).origin
  )
}

function pick(from: Headers, names: string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = from.get(name)
      return value === null ? [] : [[name, value]]
    })
  )
}
