import type { RefundRequestDTO, RefundRequestStatus } from "../../../types"

type Color = "green" | "orange" | "red" | "grey" | "blue"
type Request = Pick<RefundRequestDTO, "status">

const COLORS: Record<RefundRequestStatus, Color> = {
  submitted: "orange",
  needs_info: "blue",
  approved: "blue",
  declined: "red",
  invalid: "red",
  canceled: "grey",
  done: "green",
}

/** In the order in which a request goes through them. */
export const REQUEST_STATUSES = Object.keys(COLORS) as RefundRequestStatus[]

export const requestColor = (status: RefundRequestStatus): Color =>
  COLORS[status]

/** The states in which the shop has to act. */
export const UNDECIDED: RefundRequestStatus[] = ["submitted", "needs_info"]

export const isUndecided = ({ status }: Request): boolean =>
  UNDECIDED.includes(status)

/** How many units a request is about. */
export const unitsOf = ({ lines }: Pick<RefundRequestDTO, "lines">): number =>
  lines.reduce((sum, { quantity }) => sum + quantity, 0)
