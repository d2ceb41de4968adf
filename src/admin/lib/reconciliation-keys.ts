/** Everything about runs: the lists and each run with its entries. */
export const reconciliationsKey = ["refund_reconciliations"]

export const reconciliationListKey = (offset: number) => [
  ...reconciliationsKey,
  "list",
  offset,
]

export const reconciliationKey = (id: string) => [
  ...reconciliationsKey,
  "detail",
  id,
]

export const stripeEventsKey = ["stripe_events", "failed"]

export const stripeEventListKey = (offset: number) => [
  ...stripeEventsKey,
  offset,
]
