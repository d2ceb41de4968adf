import fc from "fast-check"
import {
  heldElsewhere,
  type KnownOwners,
  ownerOf,
  type SharedRefund,
} from "./refund-owner"

const A = { payment_id: "pay_a", order_id: "order_a" }
const B = { payment_id: "pay_b", order_id: "order_b" }

const refund = (more: Partial<SharedRefund> = {}): SharedRefund => ({
  id: "re_1",
  refund_transaction_id: null,
  metadata_order_id: null,
  ...more,
})
const known = (more: Partial<KnownOwners> = {}): KnownOwners => ({
  recorded: new Map(),
  rows: new Map(),
  keys: new Map(),
  ...more,
})

describe("whose a refund of a shared payment intent is", () => {
  it("is told by our record of it, before anything else", () => {
    const recorded = new Map([["re_1", A]])
    const named = refund({ metadata_order_id: "order_b" })
    expect(ownerOf(named, [A, B], known({ recorded }))).toBe(A)
  })

  it("is told by the transaction in its metadata, whose answer is lost", () => {
    const recorded = new Map([["reftrx_1", B]])
    const ours = refund({ refund_transaction_id: "reftrx_1" })
    expect(ownerOf(ours, [A, B], known({ recorded }))).toBe(B)
  })

  it("is told by the order in its metadata", () => {
    const named = refund({ metadata_order_id: "order_b" })
    expect(ownerOf(named, [A, B], known())).toBe(B)
  })

  it("is told by the key of its request: Medusa's refund row", () => {
    const keys = new Map([["re_1", "ref_1"]])
    const rows = new Map([["ref_1", "pay_b"]])
    expect(ownerOf(refund(), [A, B], known({ keys, rows }))).toBe(B)
  })

  it("is its only payment's", () => {
    expect(ownerOf(refund(), [A], known())).toBe(A)
  })

  it("is nobody's where nothing tells, or what tells fits several", () => {
    expect(ownerOf(refund(), [A, B], known())).toBeNull()
    const other = refund({ metadata_order_id: "order_c" })
    expect(ownerOf(other, [A, B], known())).toBeNull()
    const named = refund({ metadata_order_id: "order_a" })
    const second = { payment_id: "pay_c", order_id: "order_a" }
    expect(ownerOf(named, [A, second], known())).toBeNull()
  })
})

describe("what a payment of a shared intent has less", () => {
  it("is what nobody can tell apart", () => {
    expect(
      heldElsewhere([{ minor_amount: 5n, owner: null }], {
        captured: 30n,
        received: 80n,
      })
    ).toBe(5n)
  })

  it("is what nobody can tell apart once, also of an intent that is one payment's", () => {
    expect(
      heldElsewhere([{ minor_amount: 5n, owner: null }], {
        captured: 80n,
        received: 80n,
      })
    ).toBe(5n)
  })

  it("is nothing for what the other payment gave back of its own", () => {
    expect(
      heldElsewhere([{ minor_amount: 50n, owner: B }], {
        captured: 30n,
        received: 80n,
      })
    ).toBe(0n)
  })

  it("is what others took of an intent that all of them count as theirs", () => {
    expect(
      heldElsewhere([{ minor_amount: 80n, owner: B }], {
        captured: 80n,
        received: 80n,
      })
    ).toBe(80n)
  })

  it("never leaves more than the intent has", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 100n }),
        fc.bigInt({ min: 0n, max: 100n }),
        fc.array(
          fc.record({
            minor_amount: fc.bigInt({ min: 1n, max: 20n }),
            owner: fc.constantFrom(A, B, null),
          })
        ),
        (captured, received, refunds) => {
          const isOwn = (owner: object | null) => owner === A
          const sum = (all: { minor_amount: bigint }[]) =>
            all.reduce((total, { minor_amount }) => total + minor_amount, 0n)
          const own = refunds.filter(({ owner }) => isOwn(owner))
          const held = heldElsewhere(
            refunds.filter(({ owner }) => !isOwn(owner)),
            { captured, received }
          )
          expect(captured - sum(own) - held).toBeLessThanOrEqual(
            received - sum(refunds) < captured
              ? received - sum(refunds)
              : captured
          )
        }
      )
    )
  })
})
