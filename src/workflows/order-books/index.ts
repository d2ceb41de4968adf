export {
  settleOrderBooksWorkflow,
  settleOrderBooksWorkflowId,
} from "./settle-order-books-workflow"
