import fc from "fast-check"
import {
  matchRefunds,
  type GatewayRefund,
  type NativeRefund,
} from "./match-refunds"

const refund = (
  id: string,
  minor = 100n,
  more: Partial<GatewayRefund> = {}
) => ({
  id,
  minor_amount: minor,
  refund_transaction_id: null,
  created: 1,
  ...more,
})
const row = (id: string, minor = 100n, created = 1): NativeRefund => ({
  id,
  minor_amount: minor,
  created,
})
const NO_KEYS = new Map<string, string>()

describe("matchRefunds", () => {
  it("knows a refund by Stripe's id before its metadata", () => {
    const known = [
      { id: "reftrx_1", stripe_refund_id: null },
      { id: "reftrx_2", stripe_refund_id: "re_1" },
    ]
    const re = refund("re_1", 100n, { refund_transaction_id: "reftrx_1" })
    expect(matchRefunds([re], known, [], NO_KEYS)).toEqual([
      { refund: re, kind: "ours", transaction_id: "reftrx_2" },
    ])
  })

  it("knows a refund whose answer never came by our metadata", () => {
    const known = [{ id: "reftrx_1", stripe_refund_id: null }]
    const re = refund("re_1", 100n, { refund_transaction_id: "reftrx_1" })
    expect(matchRefunds([re], known, [], NO_KEYS)).toMatchObject([
      { kind: "ours", transaction_id: "reftrx_1" },
    ])
  })

  it("pairs Medusa's own refunds by idempotency key before amount", () => {
    const refunds = [refund("re_1"), refund("re_2")]
    const keys = new Map([["re_2", "ref_old"]])
    expect(
      matchRefunds(
        refunds,
        [],
        [row("ref_old", 100n, 1), row("ref_new", 100n, 2)],
        keys
      )
    ).toMatchObject([
      { kind: "native", medusa_refund_id: "ref_new" },
      { kind: "native", medusa_refund_id: "ref_old" },
    ])
  })

  it("takes what nobody here made for an outside refund", () => {
    const refunds = [refund("re_1", 70n, { refund_transaction_id: "theirs" })]
    expect(
      matchRefunds(refunds, [], [row("ref_1", 71n)], NO_KEYS)
    ).toMatchObject([{ kind: "outside" }])
  })

  it("uses a row of Medusa once", () => {
    const kinds = matchRefunds(
      [refund("re_1"), refund("re_2")],
      [],
      [row("ref_1")],
      NO_KEYS
    ).map(({ kind }) => kind)
    expect(kinds).toEqual(["native", "outside"])
  })

  it("answers the same whatever order the refunds come in", () => {
    const anyRefund = fc.record({
      minor_amount: fc.bigInt({ min: 1n, max: 3n }),
      created: fc.integer({ min: 0, max: 3 }),
      keyed: fc.boolean(),
    })
    fc.assert(
      fc.property(
        fc.array(anyRefund, { maxLength: 8 }),
        fc.array(fc.bigInt({ min: 1n, max: 3n }), { maxLength: 6 }),
        fc.infiniteStream(fc.double({ noNaN: true, min: 0, max: 1 })),
        (parts, amounts, random) => {
          const refunds = parts.map((part, index) =>
            refund(`re_${index}`, part.minor_amount, { created: part.created })
          )
          const rows = amounts.map((amount, index) =>
            row(`ref_${index}`, amount)
          )
          const keys = new Map(
            parts.flatMap(({ keyed }, index) =>
              keyed ? [[`re_${index}`, `ref_${index}`] as const] : []
            )
          )
          const shuffled = refunds
            .map((re) => [random.next().value as number, re] as const)
            .sort(([a], [b]) => a - b)
            .map(([, re]) => re)
          const answer = matchRefunds(refunds, [], rows, keys)
          expect(matchRefunds(shuffled, [], rows, keys)).toEqual(answer)
          const used = answer.flatMap((match) =>
            match.kind === "native" ? [match.medusa_refund_id] : []
          )
          expect(new Set(used).size).toBe(used.length)
        }
      )
    )
  })
})
