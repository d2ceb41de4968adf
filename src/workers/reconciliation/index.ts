export { startReconciliation } from "./reconcile"
