import { ERROR_TABLE, refundErrorCode } from "./error-table"

/** What Medusa answers to an error of this type by itself. */
const MEDUSAS_STATUS = {
  not_found: 404,
  invalid_data: 400,
  not_allowed: 400,
  conflict: 409,
  payment_authorization_error: 422,
} as const

/**
 * Statuses that no type of Medusa's has. One that it has for 503 would log a stack
 * at every request.
 */
const OWN_STATUS: Record<string, number> = {
  migration_missing: 503,
  too_many_requests: 429,
}

describe("the table of error codes", () => {
  it.each(Object.entries(ERROR_TABLE))(
    "%s has the status that Medusa gives to its type",
    (code, { type, status }) => {
      expect(status).toBe(OWN_STATUS[code] ?? MEDUSAS_STATUS[type])
    }
  )

  it.each(["constructor", "stripe_declined", "", null, 404, undefined])(
    "%p is no code of it",
    (code) => {
      expect(refundErrorCode(code)).toBeNull()
    }
  )

  it("knows its own codes", () => {
    expect(refundErrorCode("provider_declined")).toBe("provider_declined")
  })
})
