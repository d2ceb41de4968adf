import {
  at,
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
import type {
  OrderRefundRecord,
  RefundTransactionRecord,
} from "../refund-records"
import { unfinished } from "./unfinished"

const open: Pick<MedusaOrder, "active_change"> = {
  active_change: {
    id: "ordch_7",
    change_type: "edit",
    references: [],
    order_refund_id: null,
    created_at: at(3),
  },
}
const finish = [{ kind: "finish", order_refund_id: "orref_1" }]
/** The books are looked at at minute 30: what is older than ten minutes is stuck. */
const JUST_STUCK = new Date(Date.parse(at(20)) - 1).toISOString()

const told = (
  refund: Partial<OrderRefundRecord>,
  order: Partial<MedusaOrder> = {}
) =>
  unfinished(
    booksOf({ refunds: [bookedRefund(refund)], order: paidBack(order) })
  )

it("nothing is unfinished where everything came to its end", () => {
  expect(unfinished(booksOf())).toEqual([])
})

describe("an edit or a release", () => {
  const work = (
    kind: "order_edit" | "order_release",
    touched_at: string,
    order = paidBack()
  ) =>
    unfinished(
      booksOf({
        order,
        unfinished: [{ kind, id: "work_1", touched_at: new Date(touched_at) }],
      })
    )

  it("is not stuck for ten minutes", () => {
    expect(work("order_edit", at(20))).toEqual([])
    expect(work("order_edit", JUST_STUCK)).toHaveLength(1)
  })

  it.each([
    [
      "order_edit",
      "edit_unfinished",
      { kind: "finish_edit", order_edit_id: "work_1" },
    ],
    [
      "order_release",
      "release_unfinished",
      { kind: "finish_release", order_release_id: "work_1" },
    ],
  ] as const)("that is stuck goes on: %s", (kind, code, mend) => {
    const found = work(kind, at(1))
    expect(bare(found)).toEqual([
      { severity: "error", about: "work_1", code, mend: [mend] },
    ])
    expect(found[0]?.advice).toContain("goes on with it")
    expect(found[0]?.message).toContain(at(1))
  })

  it("waits for the order's open change", () => {
    const [found] = work("order_edit", at(1), paidBack(open))
    expect(found?.advice).toContain("open change ordch_7 first")
  })
})

describe("money that is held for a refund", () => {
  const held = (more: Partial<RefundTransactionRecord>) =>
    bare(
      told({
        transactions: [
          transaction({ status: "submitting", created_at: at(1), ...more }),
        ],
      })
    )

  it("is asked for again when it is stuck", () => {
    expect(held({})).toEqual([
      {
        code: "reservation_stuck",
        severity: "error",
        about: "reftrx_1",
        order_refund_id: "orref_1",
        mend: finish,
      },
    ])
  })

  it("is not stuck for ten minutes, or once there is an answer", () => {
    expect(held({ created_at: at(20) })).toEqual([])
    expect(held({ created_at: JUST_STUCK })).toHaveLength(1)
    expect(held({ status: "pending" })).toEqual([])
  })
})

describe("a refund of which no provider took anything", () => {
  const declined = (
    more: Partial<RefundTransactionRecord> = {}
  ): RefundTransactionRecord =>
    transaction({
      status: "failed",
      accepted_at: null,
      updated_at: at(1),
      ...more,
    })
  const codes = (refund: Partial<OrderRefundRecord>) =>
    told(refund).map(({ code }) => code)

  it("leaves its lines free", () => {
    expect(bare(told({ transactions: [declined()] }))).toEqual([
      {
        code: "refund_not_given_back",
        severity: "error",
        about: "orref_1",
        order_refund_id: "orref_1",
        mend: finish,
      },
    ])
  })

  it.each([
    ["was taken, and failed later", { accepted_at: at(1) }],
    ["was tried again", { superseded_at: at(2) }],
    ["was cancelled by a person", { status: "canceled" as const }],
    ["was declined ten minutes ago", { updated_at: at(20) }],
  ])("is none where a part of it %s", (_, more) => {
    const transactions = [declined(), declined(more)]
    expect(codes({ transactions })).toEqual([])
  })

  it("is found as soon as it is stuck", () => {
    const transactions = [declined({ updated_at: JUST_STUCK })]
    expect(codes({ transactions })).toEqual(["refund_not_given_back"])
  })

  it("is none that was given back, or that has no movement of money", () => {
    expect(codes({ transactions: [declined()], revoked_at: at(2) })).toEqual([])
    expect(codes({ transactions: [] })).toEqual([])
  })

  it("is none whose units left the order: they are owed, paid or not", () => {
    const refund = {
      transactions: [declined()],
      lines: [refundLine({ restock: "cancel" as const })],
    }
    const order = {
      items: [item({ quantity: 1 })],
      goods: [goods("removed", 1, { order_refund_id: "orref_1", value: "10" })],
    }
    expect(told(refund, order)).toEqual([])
  })
})

describe("books of a refund that are not written", () => {
  const unwritten = (more: Partial<OrderRefundRecord> = {}) => ({
    booked_at: null,
    ...more,
  })
  const codes = (...of: Parameters<typeof told>) =>
    told(...of).map(({ code }) => code)

  it("are written", () => {
    expect(bare(told(unwritten()))).toEqual([
      {
        code: "books_not_written",
        severity: "error",
        about: "orref_1",
        order_refund_id: "orref_1",
        mend: finish,
      },
    ])
  })

  it("follow the order's open change", () => {
    const found = told(unwritten(), open)
    expect(bare(found)).toEqual([
      {
        code: "books_not_written",
        severity: "warning",
        about: "orref_1",
        order_refund_id: "orref_1",
        mend: [],
      },
    ])
    expect(found[0]?.advice).toContain("ordch_7")
  })

  it("are not missed within a minute of the refund, or of its last news", () => {
    const young = new Date(Date.parse(at(29)) + 1).toISOString()
    expect(codes(unwritten({ created_at: young }))).toEqual([])
    const news = [transaction({ updated_at: young })]
    expect(codes(unwritten({ transactions: news }))).toEqual([])
    const old = unwritten({ created_at: at(29) })
    expect(codes(old)).toEqual(["books_not_written"])
  })

  it("are not missed while a provider has not answered", () => {
    const transactions = [
      transaction(),
      transaction({
        id: "reftrx_2",
        medusa_refund_id: "ref_2",
        status: "unknown",
        created_at: at(25),
      }),
    ]
    expect(codes(unwritten({ transactions }))).toEqual([])
  })
})
