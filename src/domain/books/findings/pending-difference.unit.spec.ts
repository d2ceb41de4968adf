import {
  at,
  entry,
  goods,
  item,
  refundLine,
  transaction,
} from "../../__fixtures__/books"
import {
  bare,
  bookedRefund,
  booksOf,
  paidBack,
} from "../../__fixtures__/order-books"
import type { MedusaOrder } from "../medusa-order"
import type { OrderRefundRecord } from "../refund-records"
import { pendingDifference } from "./pending-difference"

const told = (
  order: Partial<MedusaOrder>,
  refunds: OrderRefundRecord[] = [bookedRefund()],
  more: object = {}
) => pendingDifference(booksOf({ order: paidBack(order), refunds, ...more }))
const codes = (...of: Parameters<typeof told>) =>
  told(...of).map(({ code }) => code)

it("an order that owes what it seems to owe is right", () => {
  expect(told({})).toEqual([])
})

describe("the credit line of a refund that Medusa made", () => {
  const medusas = (native_credit: string) => [bookedRefund({ native_credit })]
  const gone = { credit_lines: [] }

  it("that is gone makes the customer owe what was given back", () => {
    // Of 20.00 that are on the order 10.00 are paid.
    const found = told(gone, medusas("10"))
    expect(bare(found)).toEqual([
      {
        code: "customer_owes_refund",
        severity: "error",
        about: "order_1",
        mend: [],
      },
    ])
    expect(found[0]?.message).toContain("EUR 10 that Medusa refunded")
  })

  it("is there, whatever word names it", () => {
    const [there, part] = ["10", "9.98"].map((amount) => ({
      credit_lines: [{ ...entry(amount, ""), reference: null }],
      pending_difference: "10",
    }))
    expect(codes(there ?? {}, medusas("10"))).toEqual([])
    expect(codes(part ?? {}, medusas("10"))).toEqual(["customer_owes_refund"])
  })

  it("is none of ours, and none that charges", () => {
    const others = {
      credit_lines: [entry("10", "order_refund"), entry("-10", "store_fee")],
      pending_difference: "10",
    }
    expect(codes(others, medusas("10"))).toEqual(["customer_owes_refund"])
  })

  it("is not missed where nobody owes anything, or less than a cent", () => {
    expect(codes({ ...gone, pending_difference: "0" }, medusas("10"))).toEqual(
      []
    )
    expect(
      codes({ ...gone, pending_difference: "0.009" }, medusas("10"))
    ).not.toContain("customer_owes_refund")
    expect(
      codes({ ...gone, pending_difference: "0.01" }, medusas("10"))
    ).toEqual(["customer_owes_refund"])
  })

  it("is asked for only up to what the customer owes", () => {
    const [found] = told({ ...gone, pending_difference: "4" }, medusas("10"))
    expect(found?.message).toContain("EUR 4 ")
  })
})

describe("a refund that failed", () => {
  const failed = (more: Partial<OrderRefundRecord> = {}) => [
    bookedRefund({
      transactions: [transaction({ status: "failed" })],
      ...more,
    }),
  ]
  /** Its money came back; somebody else may have given as much, or less. */
  const came = (...elsewhere: string[]) => ({
    transactions: [
      entry("20", "capture", "capt_1"),
      ...elsewhere.map((amount) => entry(amount, "refund", "ref_9")),
    ],
  })
  const withoutEntry = came()

  it("is owed", () => {
    // The grant of 10.00 stands, and its money came back.
    expect(told(withoutEntry, failed())).toEqual([])
  })

  it("that the order does not owe is settled, or withdrawn, by a person", () => {
    const found = told(came("-10"), failed())
    expect(bare(found)).toEqual([
      {
        code: "failed_refund_not_owed",
        severity: "warning",
        about: "order_1",
        mend: [{ kind: "sync", payment_id: "pay_1" }],
      },
    ])
    expect(found[0]?.message).toContain("EUR 10 of refunds failed")
    expect(found[0]?.message).toContain("the order owes EUR 0.")
  })

  it("is not read back from a provider that is not Stripe", () => {
    const [found] = told(came("-10"), failed(), { stripe: new Map() })
    expect(found).toMatchObject({ code: "failed_refund_not_owed", mend: [] })
  })

  it("is owed to the cent: less than a cent is no difference", () => {
    const paid = (elsewhere: string) => codes(came(elsewhere), failed())
    expect(paid("-0.009")).toEqual([])
    expect(paid("-0.01")).toEqual(["failed_refund_not_owed"])
    expect(paid("-15")).toEqual(["failed_refund_not_owed"])
  })

  it("may be hidden by goods that nobody has paid", () => {
    // A third T-shirt came by an edit: 10.00 due, and 10.00 owed.
    const edited = { ...withoutEntry, items: [item({ quantity: 3 })] }
    expect(codes(edited, failed())).toEqual([])
    const paid = { ...edited, pending_difference: "0.01" }
    expect(codes(paid, failed())).toEqual([])
  })

  it("is not hidden by goods that were paid", () => {
    const paid = {
      ...withoutEntry,
      credit_lines: [],
      pending_difference: "0",
    }
    expect(codes(paid, failed())).toEqual(["failed_refund_not_owed"])
  })

  it("may be hidden by goods in the place of those that it took off", () => {
    // One of two left by the refund, which failed; an edit added it again.
    const again = {
      ...withoutEntry,
      credit_lines: [],
      items: [item({ quantity: 2 })],
      goods: [goods("removed", 1, { order_refund_id: "orref_1", value: "10" })],
    }
    const refund = failed({ lines: [refundLine({ restock: "cancel" })] })
    expect(codes(again, refund)).toEqual([])
  })

  it("may be hidden by what another refund paid of what was owed", () => {
    const owed = (more: Partial<OrderRefundRecord>) => [
      ...failed({ lines: [refundLine({ kind: "adjustment", item_id: null })] }),
      bookedRefund({
        id: "orref_2",
        lines: [refundLine({ kind: "outstanding", item_id: null })],
        transactions: [
          transaction({ id: "reftrx_2", medusa_refund_id: "ref_2" }),
        ],
        ...more,
      }),
    ]
    const books = { credit_lines: [], pending_difference: "10" }
    expect(codes(books, owed({}))).toEqual([])
    for (const more of [
      { source: "medusa" as const },
      { source: "stripe" as const },
      { revoked_at: at(3) },
    ]) {
      expect(codes(books, owed(more))).toEqual(["failed_refund_not_owed"])
    }
  })
})

describe("less than anybody can pay", () => {
  const rest = { pending_difference: "0.004" }
  const finish = [{ kind: "finish", order_refund_id: "orref_1" }]
  const open = {
    ...rest,
    active_change: {
      id: "ordch_7",
      change_type: "edit",
      references: [],
      order_refund_id: null,
      created_at: at(3),
    },
  }
  const left = {
    code: "unpayable_rest",
    severity: "warning",
    about: "order_1",
  }

  it("is settled by a credit line", () => {
    const found = told(rest)
    expect(bare(found)).toEqual([{ ...left, mend: finish }])
    expect(found[0]?.advice).toContain("A repair")
  })

  it("waits for the order's open change", () => {
    const found = told(open)
    expect(bare(found)).toEqual([{ ...left, mend: [] }])
    expect(found[0]?.advice).toContain("ordch_7")
  })

  it("is the last refund's that counts", () => {
    const declined = bookedRefund({
      id: "orref_2",
      lines: [],
      transactions: [
        transaction({
          id: "reftrx_2",
          medusa_refund_id: "ref_2",
          status: "failed",
          accepted_at: null,
          superseded_at: at(3),
        }),
      ],
    })
    const [found] = told(rest, [bookedRefund(), declined])
    expect(found?.mend).toEqual(finish)
  })

  it("is nobody's on a cancelled order, and without a refund that counts", () => {
    expect(told({ ...rest, canceled: true })).toEqual([])
    expect(told(rest, [bookedRefund({ revoked_at: at(3) })])).toEqual([])
  })

  it("is a cent no more", () => {
    expect(told({ pending_difference: "0.01" })).toEqual([])
  })
})

describe("what an order seems to owe", () => {
  const wrong = { pending_difference: "0.004" }

  it("is not looked at before all refunds are booked, or without any", () => {
    const second = bookedRefund({ id: "orref_2", booked_at: null })
    expect(told(wrong, [bookedRefund(), second])).toEqual([])
    expect(told(wrong, [])).toEqual([])
  })
})
