import type {
  AdminReleasePlanResponse,
  AdminCreateOrderRelease,
  OrderReleaseDTO,
  RefundErrorResponse,
} from "../../types"
import { AdminApiError } from "./admin-api-error"
import type { Translate } from "./error-text"
import { formatMoney } from "./format-money"

type Plan = AdminReleasePlanResponse["release_plan"]
type Amounts = Pick<
  Plan,
  "kind" | "authorized" | "released" | "capture_amount" | "currency_code"
>

const amountsOf = ({
  authorized,
  released,
  capture_amount,
  currency_code,
}: Omit<Amounts, "kind">) => ({
  authorized: formatMoney(authorized, currency_code),
  released: formatMoney(released, currency_code),
  captured: formatMoney(capture_amount, currency_code),
})

/** What the customer's bank will show. */
export const bankText = (plan: Amounts, t: Translate): string =>
  t(`refundRelease.bank.${plan.kind}`, amountsOf(plan))

/** What the button says. */
export const releaseSubmitText = (
  plan: Amounts | undefined,
  t: Translate
): string =>
  plan
    ? t(`refundRelease.submit.${plan.kind}`, amountsOf(plan))
    : t("refundRelease.submit.none")

type Said = {
  tone: "success" | "info" | "warning" | "error"
  text: string
}

/** How far a release got, and no further. */
export function releaseResult(
  release: Amounts & Pick<OrderReleaseDTO, "status">,
  t: Translate
): Said {
  switch (release.status) {
    case "succeeded":
      return {
        tone: "success",
        text: t(`refundRelease.done.${release.kind}`, amountsOf(release)),
      }
    case "processing":
      return { tone: "info", text: t("refundRelease.processing") }
    case "partially_failed":
      return { tone: "warning", text: t("refundRelease.partial") }
    case "failed":
      return { tone: "error", text: t("refundRelease.failed") }
  }
}

/** The line that an error is about; null is the form as a whole. */
export function releaseTarget(
  { details }: Pick<RefundErrorResponse, "details">,
  { items, shipping }: AdminCreateOrderRelease
): string | null {
  const [list, position] = String(details?.field ?? "").split(".")
  const index = Number(position)
  if (list === "items" && Array.isArray(items)) {
    return items[index]?.item_id ?? null
  }
  return list === "shipping" && Array.isArray(shipping)
    ? (shipping[index]?.shipping_method_id ?? null)
    : null
}

/** Why there is no plan, or why nothing was released. */
export function releaseErrorText(
  error: Error,
  { isSent }: { isSent: boolean },
  t: Translate
): string {
  if (!(error instanceof AdminApiError) || error.status >= 500) {
    return t(`refundRelease.error.${isSent ? "lost" : "noPreview"}`)
  }
  switch (error.body.code) {
    case "plan_changed":
    case "order_already_captured":
    case "order_has_active_change":
      return t(`refundRelease.error.${error.body.code}`)
    default:
      return error.message
  }
}
