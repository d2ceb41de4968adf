export { refundOptionsOfOrder } from "./refund-options-of-order"
export { refundPolicyText } from "./refund-policy-text"
