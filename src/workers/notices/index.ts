export { sendAccessLink } from "./send-access-link"
export { tellCustomers } from "./tell-customers"
