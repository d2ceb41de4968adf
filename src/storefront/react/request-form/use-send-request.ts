import { useState } from "react"
import type {
  StoreCreateRefundRequest,
  StoreRefundRequest,
} from "../../../types/refund-request"
import { formKey } from "../../client/idempotency-key"
import { useRefunds } from "../provider/refunds-context"

/** A request that was taken, and photos of it that did not arrive. */
export type SentRequest = { request: StoreRefundRequest; photos: File[] }

/** Sends a request, and then its photos: without them it stands all the same. */
export function useSendRequest(): (
  body: StoreCreateRefundRequest,
  photos: File[]
) => Promise<SentRequest> {
  const { client, orderId, access } = useRefunds()
  const [keyFor] = useState(() => formKey())

  return async (body, photos) => {
    const request = await client.createRequest(orderId, body, {
      access,
      idempotencyKey: keyFor(body),
    })
    if (!photos.length) {
      return { request, photos }
    }
    try {
      await client.addPhotos(orderId, request.id, photos, { access })
      return { request, photos: [] }
    } catch {
      return { request, photos }
    }
  }
}
