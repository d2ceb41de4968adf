import { AdminApiError } from "./admin-api-error"
import { refusalOr } from "./reconciliation-error"

const answered = (status: number) =>
  new AdminApiError(status, { type: "x", code: "x", message: "Its words." })

describe("what a merchant reads when a request failed", () => {
  it("is what the server says when it refuses", () => {
    expect(refusalOr("Ours.", answered(409))).toBe("Its words.")
  })

  it.each([answered(502), new TypeError("Failed to fetch")])(
    "is our text when there is no such answer (%s)",
    (error) => expect(refusalOr("Ours.", error)).toBe("Ours.")
  )
})
