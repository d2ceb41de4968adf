import type Stripe from "stripe"

/** An error answer of the API. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly body: {
      type: string
      code?: string
      param?: string
      message: string
      decline_code?: string
      payment_intent?: Stripe.PaymentIntent
    },
    readonly headers: Record<string, string> = {}
  ) {
    super(body.message)
  }
}

/** 400 `invalid_request_error`: the request itself is wrong. */
export const invalidRequest = (
  message: string,
  more: { code?: string; param?: string } = {}
) => new ApiError(400, { type: "invalid_request_error", message, ...more })

/** 404 `resource_missing`. */
export const missing = (kind: string, id: string, param = "id") =>
  new ApiError(404, {
    type: "invalid_request_error",
    code: "resource_missing",
    param,
    message: `No such ${kind}: '${id}'`,
  })

export const unauthorized = () =>
  new ApiError(401, {
    type: "invalid_request_error",
    message:
      "Invalid API Key provided: this emulator takes sk_test_emulator...",
  })

export const keyReused = (key: string) =>
  new ApiError(400, {
    type: "idempotency_error",
    message: `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`,
  })

export const keyInUse = (key: string) =>
  new ApiError(409, {
    type: "idempotency_error",
    code: "idempotency_key_in_use",
    message: `There is currently another in-progress request using this Idempotent Key (${key}). Please try again later.`,
  })

export const rateLimited = (retry: boolean) =>
  new ApiError(
    429,
    retry
      ? {
          type: "invalid_request_error",
          code: "lock_timeout",
          message:
            "This object cannot be accessed right now because another API request or Stripe process is currently accessing it.",
        }
      : {
          type: "invalid_request_error",
          code: "rate_limit",
          message: "Too many requests hit the API too quickly.",
        },
    retry ? { "stripe-should-retry": "true" } : {}
  )

export const serverError = () =>
  new ApiError(500, {
    type: "api_error",
    message: "An unknown error occurred.",
  })
