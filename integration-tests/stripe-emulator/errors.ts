import type Stripe from "stripe"

type ErrorBody = {
  type: string
  code?: string
  param?: string
  message: string
  message_code?: string
  decline_code?: string
  advice_code?: string
  network_advice_code?: string
  network_decline_code?: string
  charge?: string
  payment_intent?: Stripe.PaymentIntent
  payment_method?: Stripe.PaymentMethod
}

/** An error answer of the API. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly body: ErrorBody,
    readonly more: {
      headers?: Record<string, string>
      /**
       * Refused before anything was carried out: the answer is not kept for its
       * idempotency key, and no header tells clients not to try again.
       */
      early?: boolean
    } = {}
  ) {
    super(body.message)
  }
}

type Details = Partial<Omit<ErrorBody, "type" | "message">>

/** 400 `invalid_request_error`: the object does not allow what is asked. */
export const invalidRequest = (message: string, details: Details = {}) =>
  new ApiError(400, { type: "invalid_request_error", message, ...details })

/** 400 `invalid_request_error`: the parameters themselves are wrong. */
export const invalidParams = (message: string, details: Details = {}) =>
  new ApiError(
    400,
    { type: "invalid_request_error", message, ...details },
    { early: true }
  )

export const unknownParam = (name: string) =>
  invalidParams(`Received unknown parameter: ${name}`, {
    code: "parameter_unknown",
    param: name,
  })

/** 404 `resource_missing`: the object of the path. */
export const missing = (kind: string, id: string, param = "id") =>
  new ApiError(
    404,
    {
      type: "invalid_request_error",
      code: "resource_missing",
      param,
      message: `No such ${kind}: '${id}'`,
    },
    { early: true }
  )

/** 400 `resource_missing`: an object that a parameter names. */
export const missingParam = (kind: string, id: string, param: string) =>
  invalidParams(`No such ${kind}: '${id}'`, {
    code: "resource_missing",
    param,
  })

export const unauthorized = () =>
  new ApiError(
    401,
    {
      type: "invalid_request_error",
      message:
        "Invalid API Key provided: this emulator takes sk_test_emulator...",
    },
    { early: true }
  )

const idempotencyError = (message: string) =>
  new ApiError(400, { type: "idempotency_error", message }, { early: true })

export const keyReused = (key: string) =>
  idempotencyError(
    `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`
  )

export const keyOfOtherEndpoint = (key: string, path: string, first: string) =>
  idempotencyError(
    `Keys for idempotent requests can only be used for the same endpoint they were first used for ('${path}' vs '${first}'). Try using a key other than '${key}' if you meant to execute a different request.`
  )

export const keyInUse = (key: string) =>
  new ApiError(
    409,
    {
      type: "invalid_request_error",
      code: "idempotency_key_in_use",
      message: `There is currently another in-progress request using this Idempotent Key (that probably means you submitted twice, and the other request is still going through): ${key}. Please try again later.`,
    },
    { early: true }
  )

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
    { early: true, headers: retry ? { "stripe-should-retry": "true" } : {} }
  )

/** A 500 that is the answer of its key, or one from before anything was done. */
export const serverError = ({ early }: { early: boolean }) =>
  new ApiError(
    500,
    { type: "api_error", message: "An unknown error occurred." },
    { early }
  )
