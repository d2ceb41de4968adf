import { readHeaders, type LoginHeaders } from "./login-headers"
import { errorOf } from "./refunds-error"
import { isAborted, readAnswer, type RefundsTransport } from "./transport"

/** A store that is asked without Medusa's SDK. */
export type HttpOptions = {
  /** `https://api.example.com`, or the route that passes requests on: `/api/refunds`. */
  baseUrl: string
  publishableKey?: string
  headers?: LoginHeaders
  credentials?: RequestCredentials
}

/** Requests by `fetch`. Errors keep the code and the details that the store gave. */
export const httpTransport =
  ({
    baseUrl,
    publishableKey,
    headers: more,
    credentials,
  }: HttpOptions): RefundsTransport =>
  async ({ method, path, query, headers, body, signal }) => {
    const isForm = body instanceof FormData
    const given = await readHeaders(more)
    let response: Response
    try {
      response = await fetch(addressOf(baseUrl, path, query), {
        method,
        headers: {
          accept: "application/json",
          ...(body && !isForm ? { "content-type": "application/json" } : {}),
          ...(publishableKey
            ? { "x-publishable-api-key": publishableKey }
            : {}),
          ...given,
          ...headers,
        },
        ...(body ? { body: isForm ? body : JSON.stringify(body) } : {}),
        ...(credentials ? { credentials } : {}),
        signal,
      })
    } catch (error) {
      throw isAborted(error) ? error : errorOf(0, error)
    }
    if (response.ok || response.status === 304) {
      return await readAnswer(response)
    }
    throw errorOf(
      response.status,
      await response.json().catch(() => null),
      response.statusText
    )
  }

function addressOf(
  baseUrl: string,
  path: string,
  query: Record<string, string | number> = {}
): string {
  const text = new URLSearchParams(
    Object.entries(query).map(([name, value]) => [name, String(value)])
  ).toString()
  return `${baseUrl.replace(/\/$/, "")}${path}${text ? `?${text}` : ""}`
}
