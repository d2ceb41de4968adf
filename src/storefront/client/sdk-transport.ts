import { errorOf } from "./refunds-error"
import { isAborted, readAnswer, type RefundsTransport } from "./transport"

/** As much of `@medusajs/js-sdk` as is used, so that it need not be installed. */
export type SdkLike = {
  client: {
    fetch<Answer>(
      path: string,
      init?: {
        method?: string
        query?: Record<string, string | number>
        headers?: Record<string, string | null>
        body?: object
        signal?: AbortSignal
      }
    ): Promise<Answer>
  }
}

/**
 * Requests through Medusa's SDK, with its login. The SDK keeps of an error only
 * status and message, so its code is told from the status.
 */
export const sdkTransport =
  ({ client }: SdkLike): RefundsTransport =>
  async ({ path, headers, body, ...rest }) => {
    let response: Response
    try {
      response = await client.fetch<Response>(path, {
        ...rest,
        headers: {
          ...headers,
          // Asked for JSON, the SDK gives the body alone, without the ETag.
          accept: "*/*",
          // Only the browser knows the boundary of a form.
          ...(body instanceof FormData ? { "content-type": null } : {}),
        },
        ...(body ? { body } : {}),
      })
    } catch (error) {
      if (isAborted(error)) {
        throw error
      }
      const status = statusOf(error)
      if (status === 304) {
        return { status, etag: null, body: null }
      }
      throw errorOf(status, null, error instanceof Error ? error.message : "")
    }
    return await readAnswer(response)
  }

/** The SDK throws for everything from 300 on; what has no status never arrived. */
const statusOf = (error: unknown): number =>
  error instanceof Error && "status" in error ? Number(error.status) || 0 : 0
