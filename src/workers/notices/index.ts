export { tellCustomers } from "./tell-customers"
