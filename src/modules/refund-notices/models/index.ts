export { RefundNotice as RefundsNotice } from "./refund-notice"
