export { RefundRequest } from "./refund-request"
export { RefundRequestEvent } from "./refund-request-event"
export { RefundRequestLine } from "./refund-request-line"
// Medusa would make `Photoes` of more than one.
export { RefundRequestPhoto as RefundRequestPhotoFile } from "./refund-request-photo"
export { RequestOrder as RefundsRequestOrder } from "./request-order"
