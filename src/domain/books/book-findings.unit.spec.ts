import fc from "fast-check"
import {
  hasFailed,
  hasMoved,
  REFUND_TRANSACTION_STATUSES,
} from "../gateway/refund-transaction-status"
import type { OrderSnapshot } from "../plan/plan-types"
import {
  type BookedRow,
  gatewayDifferences,
  overRefundedLines,
  type RecordedMovement,
  rowDifferences,
  type ToldRefund,
} from "./book-findings"

const LATER = 10_000

/** Refunds at a gateway, and records and rows that say the same. */
const agreeing = fc
  .array(
    fc.record({
      minor_amount: fc.bigInt({ min: 1n, max: 1_000_000n }),
      status: fc.constantFrom(
        ...REFUND_TRANSACTION_STATUSES.filter(
          (status) => hasMoved(status) || hasFailed(status)
        )
      ),
      byMetadata: fc.boolean(),
      booked: fc.boolean(),
    }),
    { maxLength: 8 }
  )
  .map((made) => {
    const refunds = made.map(
      ({ minor_amount, status, byMetadata }, index): ToldRefund => ({
        id: `re_${index}`,
        minor_amount,
        status,
        refund_transaction_id: byMetadata ? `reftrx_${index}` : null,
        created: 1,
      })
    )
    const movements = made.map(
      ({ minor_amount, status, byMetadata, booked }, index) => ({
        id: `reftrx_${index}`,
        idempotency_key: `key_${index}`,
        stripe_refund_id: byMetadata ? null : `re_${index}`,
        medusa_refund_id: `ref_${index}`,
        minor_amount,
        status,
        booked,
      })
    )
    const rows = movements
      .filter(({ status }) => hasMoved(status))
      .map(({ medusa_refund_id, minor_amount }) => ({
        id: medusa_refund_id,
        minor_amount,
        created: 1,
      }))
    return { refunds, movements, rows }
  })

const atLeastOne = agreeing.filter(({ rows }) => rows.length > 0)

const kinds = (differences: { kind: string }[]) =>
  differences.map(({ kind }) => kind)

describe("what a gateway and our records say", () => {
  it("is the same where they agree, in any order", () => {
    fc.assert(
      fc.property(agreeing, ({ refunds, movements }) => {
        expect(
          gatewayDifferences([...refunds].reverse(), movements, LATER)
        ).toEqual([])
      })
    )
  })

  it("differs by exactly the record, or the refund, that is taken away", () => {
    fc.assert(
      fc.property(atLeastOne, ({ refunds, movements }) => {
        const index = movements.findIndex(({ status }) => hasMoved(status))
        const without = <Each>(all: Each[]) => all.filter((_, i) => i !== index)
        expect(gatewayDifferences(refunds, without(movements), LATER)).toEqual([
          { kind: "not_recorded", refund: refunds[index] },
        ])
        expect(gatewayDifferences(without(refunds), movements, LATER)).toEqual([
          { kind: "missing", movement: movements[index] },
        ])
      })
    )
  })

  it("differs by exactly the amount that is another", () => {
    fc.assert(
      fc.property(
        atLeastOne,
        fc.bigInt({ min: 1n, max: 99n }),
        ({ refunds, movements }, more) => {
          const [first, ...others] = movements as [RecordedMovement]
          const wrong = {
            ...first,
            stripe_refund_id: "re_0",
            minor_amount: first.minor_amount + more,
          }
          expect(
            gatewayDifferences(refunds, [wrong, ...others], LATER)
          ).toEqual([{ kind: "amount", refund: refunds[0], movement: wrong }])
        }
      )
    )
  })

  const told: ToldRefund = {
    id: "re_1",
    minor_amount: 100n,
    status: "succeeded",
    refund_transaction_id: null,
    created: 1,
  }
  const movement: RecordedMovement = {
    id: "reftrx_1",
    idempotency_key: "key_1",
    stripe_refund_id: "re_1",
    medusa_refund_id: "ref_1",
    minor_amount: 100n,
    status: "succeeded",
    booked: true,
  }

  it("is not compared while our answer is still on its way", () => {
    for (const status of ["reserved", "submitting", "unknown"] as const) {
      expect(
        gatewayDifferences([told], [{ ...movement, status }], LATER)
      ).toEqual([])
    }
  })

  it("tells a state that can follow from one that cannot", () => {
    const reachable = (before: RecordedMovement["status"]) =>
      gatewayDifferences([told], [{ ...movement, status: before }], LATER)
    expect(reachable("pending")).toMatchObject([
      { kind: "status", reachable: true },
    ])
    expect(reachable("failed")).toMatchObject([
      { kind: "status", reachable: false },
    ])
  })

  it("finds one refund with two records", () => {
    const other = { ...movement, id: "reftrx_2", medusa_refund_id: "ref_2" }
    expect(kinds(gatewayDifferences([told], [movement, other], LATER))).toEqual(
      ["recorded_twice"]
    )
  })

  it("has a second refund with the metadata of a record for unknown (O04)", () => {
    const named = { ...told, refund_transaction_id: "reftrx_1" }
    const copy = { ...named, id: "re_2", created: 2 }
    const lost = { ...movement, stripe_refund_id: null }
    for (const record of [movement, lost]) {
      expect(gatewayDifferences([copy, named], [record], LATER)).toEqual([
        { kind: "not_recorded", refund: copy },
      ])
    }
  })

  it("leaves alone what is young, or was given up", () => {
    expect(
      gatewayDifferences([{ ...told, created: LATER }], [], LATER)
    ).toEqual([])
    expect(
      gatewayDifferences([{ ...told, status: "failed" }], [], LATER)
    ).toEqual([])
  })
})

describe("what Medusa's rows and our records say", () => {
  it("is the same where they agree", () => {
    fc.assert(
      fc.property(agreeing, ({ movements, rows }) => {
        expect(rowDifferences([...rows].reverse(), movements, LATER)).toEqual(
          []
        )
      })
    )
  })

  it("differs by exactly the row that is taken away, if it was booked", () => {
    fc.assert(
      fc.property(atLeastOne, ({ movements, rows }) => {
        const [gone, ...left] = rows as [BookedRow]
        const movement = movements.find(
          ({ medusa_refund_id }) => medusa_refund_id === gone.id
        )
        expect(rowDifferences(left, movements, LATER)).toEqual(
          movement?.booked ? [{ kind: "missing", movement }] : []
        )
      })
    )
  })

  it("differs by exactly the row that nobody recorded, once it is not young", () => {
    fc.assert(
      fc.property(agreeing, fc.boolean(), ({ movements, rows }, young) => {
        const row = {
          id: "ref_x",
          minor_amount: 1n,
          created: young ? LATER : 1,
        }
        expect(rowDifferences([...rows, row], movements, LATER)).toEqual(
          young ? [] : [{ kind: "not_recorded", row }]
        )
      })
    )
  })

  it("differs by a row of money that came back, and by another amount", () => {
    const row = { id: "ref_1", minor_amount: 100n, created: 1 }
    const movement: RecordedMovement = {
      id: "reftrx_1",
      idempotency_key: "key_1",
      stripe_refund_id: "re_1",
      medusa_refund_id: "ref_1",
      minor_amount: 100n,
      status: "failed",
      booked: true,
    }
    expect(kinds(rowDifferences([row], [movement], LATER))).toEqual(["left"])
    const moved = { ...movement, status: "succeeded" as const }
    expect(
      kinds(rowDifferences([{ ...row, minor_amount: 99n }], [moved], LATER))
    ).toEqual(["amount"])
  })
})

describe("a line that more was given back for than it cost", () => {
  const order = (quantity: number, amount: string): OrderSnapshot => ({
    order_id: "order_1",
    currency_code: "eur",
    canceled: false,
    has_active_change: false,
    owed: "0",
    items: [
      {
        id: "item_1",
        title: "Cap",
        unit_price: "10",
        quantity: 2,
        fulfilled_quantity: 0,
        returned_quantity: 0,
        is_tax_inclusive: true,
        adjustments: [],
        tax_lines: [],
      },
    ],
    shipping_methods: [],
    payments: [],
    refunded_lines: [
      { kind: "item", line_id: "item_1", quantity, amount, tax_lines: [] },
    ],
    removed_amount: "0",
  })

  it("is found by its amount and by its units, and one cent is none", () => {
    expect(overRefundedLines(order(2, "20"))).toEqual([])
    expect(overRefundedLines(order(0, "20.01"))).toEqual([])
    expect(overRefundedLines(order(0, "20.02"))).toEqual([
      {
        line_id: "item_1",
        title: "Cap",
        paid: "20.00",
        refunded: "20.02",
        quantity: 2,
        refunded_quantity: 0,
      },
    ])
    expect(overRefundedLines(order(3, "20"))).toMatchObject([
      { refunded_quantity: 3 },
    ])
  })
})
