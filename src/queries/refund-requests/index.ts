export {
  listAdminRequests,
  listStoreRequests,
  retrieveAdminRequest,
  retrieveStoreRequest,
} from "./list-requests"
export { proposeRefund } from "./propose-refund"
