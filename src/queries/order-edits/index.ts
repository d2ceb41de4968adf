export { listOrderEdits } from "./list-order-edits"
export { previewOrderEdit } from "./preview-order-edit"
export { retrieveOrderEdit } from "./retrieve-order-edit"
