import type { AdminOrderRefundsResponse } from "../../types"

/** The name of who made something; nothing for an API key or a workflow. */
export const authorName = (
  authors: AdminOrderRefundsResponse["authors"],
  createdBy: string | null
): string | undefined => authors.find(({ id }) => id === createdBy)?.name
