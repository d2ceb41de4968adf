import type {
  StoreCreateRefundRequest,
  StoreRefundRequest,
  StoreRefundRequestListResponse,
  StoreRefundRequestResponse,
} from "../../types/refund-request"
import { orderPath, type Caller, type CallOptions } from "./caller"
import { newIdempotencyKey } from "./idempotency-key"

/** What is done with requests. Each answers with the request as it is then. */
export function requestCalls({ get, post }: Caller) {
  const act = async (
    path: string,
    body: object,
    options?: CallOptions
  ): Promise<StoreRefundRequest> =>
    (await post<StoreRefundRequestResponse>(path, body, options)).refund_request

  return {
    /** An order's requests, newest first. */
    listRequests: async (orderId: string, options?: CallOptions) =>
      (await get<StoreRefundRequestListResponse>(requestsOf(orderId), options))
        .refund_requests,

    /** One request of an order. */
    retrieveRequest: async (
      orderId: string,
      requestId: string,
      options?: CallOptions
    ) =>
      (
        await get<StoreRefundRequestResponse>(
          requestPath(orderId, requestId),
          options
        )
      ).refund_request,

    /**
     * Asks for a refund, or withdraws from a part of the order.
     *
     * @param options `idempotencyKey`: the form's (`formKey`). Without it each call
     *   asks anew, also the one of a second click.
     */
    createRequest: async (
      orderId: string,
      body: StoreCreateRefundRequest,
      {
        idempotencyKey = newIdempotencyKey(),
        ...options
      }: CallOptions & { idempotencyKey?: string } = {}
    ) =>
      (
        await post<StoreRefundRequestResponse>(requestsOf(orderId), body, {
          ...options,
          headers: { "idempotency-key": idempotencyKey },
        })
      ).refund_request,

    /** The customer takes a request back. */
    cancelRequest: (
      orderId: string,
      requestId: string,
      options?: CallOptions
    ) => act(`${requestPath(orderId, requestId)}/cancel`, {}, options),

    /** Answers what the shop asked back. */
    answerRequest: (
      orderId: string,
      requestId: string,
      message: string,
      options?: CallOptions
    ) => act(`${requestPath(orderId, requestId)}/answer`, { message }, options),

    /** Adds pictures to a request that is not decided. */
    addPhotos(
      orderId: string,
      requestId: string,
      photos: readonly Blob[],
      options?: CallOptions
    ) {
      const form = new FormData()
      for (const photo of photos) {
        form.append("photos", photo)
      }
      return act(`${requestPath(orderId, requestId)}/photos`, form, options)
    },
  }
}

const requestsOf = (orderId: string) => `${orderPath(orderId)}/refund-requests`

const requestPath = (orderId: string, requestId: string) =>
  `${requestsOf(orderId)}/${encodeURIComponent(requestId)}`
