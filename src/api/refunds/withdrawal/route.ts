import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  confirmPage,
  declarePage,
  PAGE_LANGUAGES,
  receivedPage,
  type PageLanguage,
  type TypedWithdrawal,
} from "../../../queries/withdrawal-page"
import { asRefundError } from "../../../workflows/common/refund-error"
import { declareWithdrawalWorkflow } from "../../../workflows/refund-requests"
import { withdrawalSchema } from "../../store/withdrawals/validators"
import { assertWithinRate } from "../../utils/assert-within-rate"
import { parseRequest } from "../../utils/parse-request"
import { refundRoute } from "../../utils/refund-route"

/**
 * The withdrawal from a contract as plain pages that need no JavaScript, no login
 * and no storefront: `/refunds/withdrawal?lang=de`. A shop links to it, or builds
 * its own with `POST /store/withdrawals`.
 */
export const GET = refundRoute(async (req, res) => {
  send(res, declarePage(languageOf(req)))
})

/** One of the steps: look at it again, change it, declare it. */
export const POST = refundRoute(async (req, res) => {
  const language = languageOf(req)
  const typed = typedBy(req)
  const step = (req.body as Record<string, unknown> | undefined)?.step
  const parsed = withdrawalSchema.safeParse(typed)
  if (step === "change" || !parsed.success) {
    const fault = step === "change" ? undefined : ("missing" as const)
    return send(res, declarePage(language, typed, fault))
  }
  if (step !== "declare") {
    return send(res, confirmPage(language, typed))
  }
  try {
    await assertWithinRate(req)
  } catch (error) {
    if (asRefundError(error)?.code !== "too_many_requests") {
      throw error
    }
    res.status(429)
    return send(res, declarePage(language, typed, "too_often"))
  }
  const input = parseRequest(withdrawalSchema, { ...typed, locale: language })
  const { result } = await declareWithdrawalWorkflow(req.scope).run({ input })
  send(res, receivedPage(language, result.receipt ?? ""))
})

/** What `?lang=` says, else what the browser prefers, else English. */
function languageOf(req: MedusaRequest): PageLanguage {
  const asked = String(req.query.lang ?? "")
  return (
    PAGE_LANGUAGES.find((language) => language === asked) ??
    PAGE_LANGUAGES.find(
      (language) => language === req.acceptsLanguages(...PAGE_LANGUAGES)
    ) ??
    "en"
  )
}

/** The fields of the form. One that is sent twice, or is no text, is empty. */
function typedBy(req: MedusaRequest): TypedWithdrawal {
  const body = (req.body ?? {}) as Record<string, unknown>
  const text = (name: string) =>
    typeof body[name] === "string" ? body[name].trim() : ""
  return {
    name: text("name"),
    order_number: text("order_number"),
    email: text("email"),
    parts: text("parts"),
  }
}

function send(res: MedusaResponse, page: string): void {
  res.set({
    "Content-Type": "text/html; charset=utf-8",
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy":
      "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  })
  res.send(page)
}
