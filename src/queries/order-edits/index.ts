export { listOrderEdits } from "./list-order-edits"
export { retrieveOrderEdit } from "./retrieve-order-edit"
