import type { RefundPlan } from "../../types"
import type { Translate } from "./error-text"

/**
 * The warnings of a plan, each once. The server names products by their ids;
 * which ones are not counted stands at the items already.
 */
export const planWarnings = (
  { warnings }: Pick<RefundPlan, "warnings">,
  t: Translate
): string[] => [
  ...new Set(
    warnings.map(({ code, message }) =>
      code === "stock_not_managed"
        ? t("refunds.goods.uncounted")
        : code === "payment_method_overdue"
          ? t("refunds.methodOverdue")
          : message
    )
  ),
]
