/** Everything about requests: the lists and each request. */
export const requestsKey = ["refund_requests"]

export const requestListKey = (query: string) => [...requestsKey, "list", query]

export const requestKey = (id: string) => [...requestsKey, "detail", id]

export const requestProposalKey = (id: string) => [
  ...requestsKey,
  "proposal",
  id,
]

/** A picture never changes: it is not read again when its request is. */
export const requestPhotoKey = (id: string, photoId: string) => [
  "refund_request_photo",
  id,
  photoId,
]

export const requestActionKey = (id: string) => ["refund_request_action", id]

/** Under the dashboard's key of the order, as all that its page shows of it. */
export const orderRequestsKey = (orderId: string) => [
  "orders",
  "detail",
  orderId,
  "refund_requests",
]
