import { MedusaError } from "@medusajs/framework/utils"
import type { StockPlan } from "../../../ledger"
import { refundError } from "../../common/refund-error"

const REFUSALS: readonly string[] = [
  MedusaError.Types.INVALID_DATA,
  MedusaError.Types.NOT_FOUND,
  MedusaError.Types.NOT_ALLOWED,
]

/**
 * Medusa's own refusal of a change (a variant that does not exist, or has no
 * price) in our words. Errors of a workflow lose their class on the way.
 */
export function editError(error: unknown): unknown {
  const isRefusal =
    typeof error === "object" &&
    error !== null &&
    "type" in error &&
    "message" in error &&
    REFUSALS.includes(String(error.type))
  return isRefusal
    ? refundError({
        code: "invalid_request",
        message: `Medusa refuses this edit: ${String(error.message)}`,
      })
    : error
}

type Shortage = Extract<StockPlan, { ok: false }>["shortage"]

/** Too little is on the shelf. */
export const shortageError = ({
  variant_id,
  title,
  wanted,
  available,
}: Shortage) =>
  refundError({
    code: "insufficient_stock",
    message: `${title} (${variant_id}): ${wanted} more are needed, ${available} can be reserved. Nothing was changed.`,
    details: { variant_id, wanted, available },
  })
