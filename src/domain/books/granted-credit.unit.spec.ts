import { at, entry, order, refund, transaction } from "../__fixtures__/books"
import {
  creditLacking,
  hasCounted,
  hasGranted,
  stillToPay,
} from "./granted-credit"

const STAYED = { moved: false, value: "0", settled: "0" }

describe("whether a refund has granted anything", () => {
  it("is told by its credit line, or by Medusa's own", () => {
    const books = order({ credit_lines: [entry("10", "order_refund")] })
    expect(hasGranted(refund(), books)).toBe(true)
    expect(hasGranted(refund({ id: "orref_2" }), books)).toBe(false)
    expect(hasGranted(refund({ native_credit: "3" }), order())).toBe(true)
  })

  it("is no of what was declined at once, yes of what was taken or moved goods", () => {
    const declined = refund({
      transactions: [transaction({ status: "failed", accepted_at: null })],
    })
    expect(hasCounted(declined, STAYED)).toBe(false)
    expect(hasCounted(declined, { ...STAYED, moved: true })).toBe(true)
    expect(hasCounted(refund(), STAYED)).toBe(true)
    expect(hasCounted(refund({ revoked_at: at(3) }), STAYED)).toBe(false)
  })

  it("is yes where one of its payments was taken", () => {
    const half = refund({
      transactions: [
        transaction({ status: "failed", accepted_at: null }),
        transaction({ id: "reftrx_2" }),
      ],
    })
    expect(hasCounted(half, STAYED)).toBe(true)
  })
})

describe("the credit that a refund lacks", () => {
  it("is what it grants, less what its goods, a return and its lines say already", () => {
    const books = order({
      credit_lines: [
        entry("2", "order_refund"),
        entry("-0.3", "order_refund_rounding"),
      ],
    })
    const goods = { moved: true, value: "3", settled: "1" }
    const native = refund({ native_credit: "0.5" })
    // 10.00 - 1 settled - 3 of goods - 2 - (-0.3) - 0.5
    expect(creditLacking(native, books, goods, true)).toBe("3.8")
    expect(creditLacking(native, books, goods, false)).toBe("-5.2")
  })
})

describe("what a refund will still take of what the order owes", () => {
  const granted = order({ credit_lines: [entry("10", "order_refund")] })

  it("is its money that is not written, once its grant is", () => {
    expect(stillToPay(refund(), granted, STAYED)).toBe("10")
    expect(stillToPay(refund(), order(), STAYED)).toBe("0")
  })

  it("is nothing of what is written, was tried again, or was given back", () => {
    const booked = refund({ transactions: [transaction({ booked_at: at(2) })] })
    expect(stillToPay(booked, granted, STAYED)).toBe("0")
    const again = refund({
      transactions: [transaction({ superseded_at: at(2) })],
    })
    expect(stillToPay(again, granted, STAYED)).toBe("0")
    const released = refund({ revoked_at: at(2) })
    expect(stillToPay(released, order(), STAYED)).toBe("0")
  })

  it("does not take less than a cent for credit that is to come, once it is paid", () => {
    const rounded = order({ credit_lines: [entry("9.996", "order_refund")] })
    expect(stillToPay(refund(), rounded, STAYED)).toBe("9.996")
    const booked = refund({ transactions: [transaction({ booked_at: at(2) })] })
    expect(stillToPay(booked, rounded, STAYED)).toBe("0")
  })
})
