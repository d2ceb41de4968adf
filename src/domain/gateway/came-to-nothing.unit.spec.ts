import { cameToNothing, isRefusal } from "./came-to-nothing"

const attempt = (status: string, failure_code: string | null = null) => ({
  status,
  failure_code,
})

describe("a gateway's refusal", () => {
  it("is a failure that the gateway decided", () => {
    expect(isRefusal(attempt("failed", "charge_disputed"))).toBe(true)
    expect(isRefusal(attempt("failed"))).toBe(true)
  })

  it.each(["never_sent", "not_executed"])(
    "is none where the request was %s",
    (failure_code) => {
      expect(isRefusal(attempt("failed", failure_code))).toBe(false)
    }
  )

  it.each(["canceled", "succeeded"])("is none that %s", (status) => {
    expect(isRefusal(attempt(status, "charge_disputed"))).toBe(false)
  })
})

describe("something that was undone", () => {
  const neverSent = attempt("failed", "never_sent")

  it("came to nothing where nobody refused it: the same may be tried again", () => {
    expect(cameToNothing(true, [])).toBe(true)
    expect(cameToNothing(true, [attempt("canceled"), neverSent])).toBe(true)
  })

  it("came to an answer where one payment's gateway refused", () => {
    expect(cameToNothing(true, [neverSent, attempt("failed")])).toBe(false)
  })

  it("came to something where it was not undone", () => {
    expect(cameToNothing(false, [])).toBe(false)
  })
})
