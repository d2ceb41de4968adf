export { refundErrorHandler } from "./utils/refund-error-handler"
export { refundRoute } from "./utils/refund-route"
