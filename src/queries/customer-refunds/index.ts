export { listCustomerRefunds } from "./list-customer-refunds"
export { listRefundsOfCustomer } from "./list-refunds-of-customer"
