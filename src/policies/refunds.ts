import { definePolicies } from "@medusajs/framework/utils"

/**
 * What a role can be allowed to do, where Medusa's access control is switched
 * on. Which route needs which: `src/api/rights.ts`.
 */
export const refundPolicies = definePolicies([
  {
    name: "ReadOrderRefund",
    resource: "order_refund",
    operation: "read",
    description: "See order refunds, and preview them",
  },
  {
    name: "CreateOrderRefund",
    resource: "order_refund",
    operation: "create",
    description: "Refund orders",
  },
  {
    name: "CreateOrderEdit",
    resource: "order_edit",
    operation: "create",
    description:
      "Edit orders and settle the money: refund it, or charge the customer",
  },
  {
    name: "UpdateOrderRefund",
    resource: "order_refund",
    operation: "update",
    description:
      "Retry, resolve, settle, withdraw, cancel and assign order refunds, and check their books",
  },
  {
    name: "ReadRefundReconciliation",
    resource: "refund_reconciliation",
    operation: "read",
    description: "See comparisons with Stripe",
  },
  {
    name: "CreateRefundReconciliation",
    resource: "refund_reconciliation",
    operation: "create",
    description: "Compare the store with Stripe",
  },
  {
    name: "ReadRefundRequest",
    resource: "refund_request",
    operation: "read",
    description: "See what customers ask for",
  },
  {
    name: "UpdateRefundRequest",
    resource: "refund_request",
    operation: "update",
    description:
      "Decline customers' requests, ask back, and make links of guests void",
  },
  {
    name: "ReadStripeEvent",
    resource: "stripe_event",
    operation: "read",
    description: "See the events of Stripe",
  },
  {
    name: "UpdateStripeEvent",
    resource: "stripe_event",
    operation: "update",
    description: "Process a Stripe event again",
  },
])
