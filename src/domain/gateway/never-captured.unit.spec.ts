import fc from "fast-check"
import {
  chargesInDoubt,
  neverCaptured,
  type RefundedCharge,
  type RefundOfCharge,
} from "./never-captured"

const charge = (
  amount: bigint,
  captured: bigint,
  rest_refunded: boolean | null = null
): RefundedCharge => ({ id: "ch_1", amount, captured, rest_refunded })

const refund = (
  id: string,
  minor_amount: bigint,
  of_charge: RefundedCharge | null,
  more: Partial<RefundOfCharge> = {}
): RefundOfCharge => ({
  id,
  minor_amount,
  status: "succeeded",
  refund_transaction_id: null,
  created: 1,
  of_charge,
  ...more,
})

const voids = (refunds: RefundOfCharge[]) => [...neverCaptured(refunds)]

describe("a refund of what was never captured", () => {
  it("is every refund of a charge that captured nothing", () => {
    const canceled = charge(6000n, 0n)
    expect(voids([refund("re_1", 6000n, canceled)])).toEqual(["re_1"])
    expect(chargesInDoubt([refund("re_1", 6000n, canceled)])).toEqual([])
  })

  it("is none of a charge that was captured whole", () => {
    const whole = charge(6000n, 6000n)
    expect(voids([refund("re_1", 6000n, whole)])).toEqual([])
    expect(chargesInDoubt([refund("re_1", 2000n, whole)])).toEqual([])
  })

  it("is one of exactly the rest, the oldest: later ones gave money back", () => {
    const partly = charge(10_000n, 8000n)
    const refunds = [
      refund("re_3", 2000n, partly, { created: 3 }),
      refund("re_2", 8000n, partly, { created: 2 }),
      refund("re_1", 2000n, partly, { created: 1 }),
    ]
    expect(voids(refunds)).toEqual(["re_1"])
    expect(chargesInDoubt(refunds)).toEqual(["ch_1"])
  })

  it("is none of another amount than the rest, of ours, or on its way", () => {
    const partly = charge(10_000n, 8000n)
    const ours = { refund_transaction_id: "reftrx_1" }
    const refunds = [
      refund("re_1", 1999n, partly),
      refund("re_2", 2000n, partly, ours),
      refund("re_3", 2000n, partly, { status: "pending" }),
      refund("re_4", 2000n, partly, { status: "failed" }),
    ]
    expect(voids(refunds)).toEqual([])
    expect(chargesInDoubt(refunds)).toEqual([])
  })

  it("is none where the capture gave nothing back, unless more went than came", () => {
    const told = charge(10_000n, 5000n, false)
    const rest = refund("re_1", 5000n, told)
    expect(voids([rest])).toEqual([])
    expect(chargesInDoubt([rest])).toEqual([])
    const more = refund("re_2", 1n, told, { created: 2 })
    expect(voids([rest, more])).toEqual(["re_1"])
  })

  it.each(["failed", "canceled"] as const)(
    "is none because of a refund that %s: it gave nothing back",
    (status) => {
      const told = charge(10_000n, 5000n, false)
      const rest = refund("re_1", 5000n, told)
      const lost = refund("re_2", 1n, told, { status, created: 2 })
      expect(voids([rest, lost])).toEqual([])
    }
  )

  it("is the one with the smaller id, of two of the same second", () => {
    const partly = charge(10_000n, 8000n)
    const one = refund("re_1", 2000n, partly)
    const two = refund("re_2", 2000n, partly)
    expect(voids([one, two])).toEqual(["re_1"])
    expect(voids([two, one])).toEqual(["re_1"])
  })

  it("is told apart charge by charge, and never without a charge", () => {
    const failed = { ...charge(6000n, 0n), id: "ch_0" }
    expect(
      voids([
        refund("re_1", 6000n, failed),
        refund("re_2", 6000n, charge(6000n, 6000n)),
        refund("re_3", 6000n, null),
      ])
    ).toEqual(["re_1"])
    expect(chargesInDoubt([refund("re_3", 6000n, null)])).toEqual([])
  })
})

describe("whatever was authorised, captured and refunded", () => {
  const histories = fc
    .record({
      amount: fc.bigInt({ min: 1n, max: 20n }),
      captured: fc.bigInt({ min: 0n, max: 20n }),
      oldVersion: fc.boolean(),
      told: fc.boolean(),
      wanted: fc.array(fc.bigInt({ min: 1n, max: 20n }), { maxLength: 6 }),
      shuffled: fc.boolean(),
    })
    .map(({ amount, wanted, oldVersion, told, shuffled, ...rest }) => {
      const captured = rest.captured < amount ? rest.captured : amount
      const makesRest = oldVersion && captured < amount
      const of_charge = charge(amount, captured, told ? makesRest : null)
      const real: RefundOfCharge[] = []
      let left = captured
      for (const minor of wanted.filter((each) => each <= captured)) {
        if (minor <= left) {
          left -= minor
          const created = real.length + 2
          real.push(refund(`re_${created}`, minor, of_charge, { created }))
        }
      }
      const rests = makesRest
        ? [refund("re_1", amount - captured, of_charge)]
        : []
      const all = [...rests, ...real]
      return {
        of_charge,
        rests,
        real,
        told,
        makesRest,
        all: shuffled ? all.reverse() : all,
      }
    })
  const sum = (refunds: RefundOfCharge[]) =>
    refunds.reduce((total, { minor_amount }) => total + minor_amount, 0n)
  const money = (all: RefundOfCharge[]) => {
    const none = neverCaptured(all)
    return all.filter(({ id }) => !none.has(id))
  }

  it("no more counts as refunded than was captured", () => {
    fc.assert(
      fc.property(histories, ({ all, of_charge }) => {
        expect(sum(money(all))).toBeLessThanOrEqual(of_charge.captured)
      })
    )
  })

  it("exactly the real refunds count, where Stripe tells, or an old version captured", () => {
    fc.assert(
      fc.property(histories, ({ all, real, rests, told, makesRest }) => {
        fc.pre(told || makesRest)
        expect([...neverCaptured(all)]).toEqual(rests.map(({ id }) => id))
        expect(sum(money(all))).toBe(sum(real))
      })
    )
  })
})
