export { listCustomerRefunds } from "./list-customer-refunds"
