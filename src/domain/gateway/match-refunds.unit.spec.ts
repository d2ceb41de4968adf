import fc from "fast-check"
import {
  type GatewayRefund,
  type KnownTransaction,
  matchRefunds,
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
const asked = (
  id: string,
  stripe_refund_id: string | null = null
): KnownTransaction => ({
  id,
  stripe_refund_id,
  minor_amount: 100n,
  idempotency_key: `key of ${id}`,
})
const NO_KEYS = new Map<string, string>()

describe("matchRefunds", () => {
  it("knows a refund by Stripe's id before its metadata", () => {
    const known = [asked("reftrx_1"), asked("reftrx_2", "re_1")]
    const re = refund("re_1", 100n, { refund_transaction_id: "reftrx_1" })
    expect(matchRefunds([re], known, [], NO_KEYS)).toEqual([
      { refund: re, kind: "ours", transaction_id: "reftrx_2" },
    ])
  })

  it("knows a refund whose answer never came by our metadata", () => {
    const known = [asked("reftrx_1")]
    const re = refund("re_1", 100n, { refund_transaction_id: "reftrx_1" })
    expect(matchRefunds([re], known, [], NO_KEYS)).toMatchObject([
      { kind: "ours", transaction_id: "reftrx_1" },
    ])
  })

  describe("two refunds that name the same transaction", () => {
    const named = { refund_transaction_id: "reftrx_1" }
    const kindsOf = (
      refunds: GatewayRefund[],
      known: KnownTransaction[],
      keys = NO_KEYS
    ) =>
      Object.fromEntries(
        matchRefunds(refunds, known, [], keys).map(({ refund, kind }) => [
          refund.id,
          kind,
        ])
      )
    const first = refund("re_b", 100n, { ...named, created: 1 })
    const second = refund("re_a", 100n, { ...named, created: 2 })

    it("are two: the recorded one is ours, the other one is outside", () => {
      for (const id of ["re_a", "re_b"]) {
        const other = id === "re_a" ? "re_b" : "re_a"
        expect(kindsOf([second, first], [asked("reftrx_1", id)])).toEqual({
          [id]: "ours",
          [other]: "outside",
        })
      }
    })

    it("are two while our answer is lost: the oldest is ours, whichever is told first", () => {
      for (const refunds of [
        [first, second],
        [second, first],
      ]) {
        expect(kindsOf(refunds, [asked("reftrx_1")])).toEqual({
          re_b: "ours",
          re_a: "outside",
        })
      }
    })

    it("are told apart by the key of our request, where it is known", () => {
      const keys = new Map([["re_a", "key of reftrx_1"]])
      expect(kindsOf([first, second], [asked("reftrx_1")], keys)).toEqual({
        re_a: "ours",
        re_b: "outside",
      })
    })

    it("are told apart by the amount that we asked for", () => {
      const less = { ...first, minor_amount: 50n }
      expect(kindsOf([less, second], [asked("reftrx_1")])).toEqual({
        re_b: "outside",
        re_a: "ours",
      })
    })
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

  it("takes a row by its key away from the other refunds of that amount", () => {
    const refunds = [refund("re_1"), refund("re_2")]
    const rows = [row("ref_old", 100n, 1), row("ref_new", 100n, 2)]
    const keys = new Map([["re_1", "ref_old"]])
    expect(matchRefunds(refunds, [], rows, keys)).toMatchObject([
      { kind: "native", medusa_refund_id: "ref_old" },
      { kind: "native", medusa_refund_id: "ref_new" },
    ])
  })

  it("pairs equal amounts oldest with oldest, whichever is told first", () => {
    const [old, young] = [row("ref_old", 100n, 1), row("ref_new", 100n, 2)]
    const refunds = [refund("re_1"), refund("re_2", 100n, { created: 2 })]
    for (const rows of [
      [old, young],
      [young, old],
    ]) {
      expect(matchRefunds(refunds, [], rows, NO_KEYS)).toMatchObject([
        { kind: "native", medusa_refund_id: "ref_old" },
        { kind: "native", medusa_refund_id: "ref_new" },
      ])
    }
  })

  it("leaves a recorded refund ours, whatever its key says", () => {
    const keys = new Map([["re_1", "ref_1"]])
    const known = [asked("reftrx_1", "re_1")]
    expect(
      matchRefunds([refund("re_1")], known, [row("ref_1")], keys)
    ).toMatchObject([{ kind: "ours", transaction_id: "reftrx_1" }])
  })

  it("does not look for a lost answer among refunds of other transactions", () => {
    const named = { refund_transaction_id: "reftrx_1" }
    const known = [asked("reftrx_1"), asked("reftrx_2", "re_1")]
    const refunds = [
      refund("re_1", 100n, { ...named, created: 1 }),
      refund("re_2", 100n, { ...named, created: 2 }),
    ]
    expect(matchRefunds(refunds, known, [], NO_KEYS)).toMatchObject([
      { kind: "ours", transaction_id: "reftrx_2" },
      { kind: "ours", transaction_id: "reftrx_1" },
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
