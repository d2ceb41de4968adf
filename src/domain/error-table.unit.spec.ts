import { ERROR_TABLE, refundErrorCode } from "./error-table"

/** What Medusa answers to an error of this type by itself. */
const MEDUSAS_STATUS = {
  not_found: 404,
  invalid_data: 400,
  not_allowed: 400,
  conflict: 409,
  payment_authorization_error: 422,
} as const

describe("the table of error codes", () => {
  it.each(Object.entries(ERROR_TABLE))(
    "%s has the status that Medusa gives to its type",
    (code, { type, status }) => {
      // Medusa logs the stack of an error that would be 503, at every request.
      const expected = code === "migration_missing" ? 503 : MEDUSAS_STATUS[type]
      expect(status).toBe(expected)
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
