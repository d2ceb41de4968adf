import type { AdminOrderRefundsResponse } from "../../../../../src/types"
import type { RefundsApi } from "../../../../support/refunds-api"
import type { MedusaReturn } from "../../../../support/stocked-store"
import type { Story } from "../story"

/** What is possible in an order now. */
export type Situation = {
  story: Story
  refunds: RefundsApi
  overview: AdminOrderRefundsResponse
  /** Medusa's open returns, oldest first. */
  returns: MedusaReturn[]
  /** By line: bought, shipped, and on the way back or here again. */
  lines: { quantity: number; shipped: number; returned: number }[]
}

/** A number that decides what a step does; the same one, the same step. */
export type Choice = { operation: number; line: number; size: number }

/** A step, or null where it is not possible now. */
export type Operation = (
  situation: Situation,
  choice: Choice
) => (() => Promise<unknown>) | null

/** From 1 to a limit, or null for none. */
export const upTo = (limit: number, { size }: Choice): number | null =>
  limit > 0 ? 1 + (size % limit) : null

export const pick = <Value>(values: Value[], at: number): Value | undefined =>
  values[at % Math.max(1, values.length)]
