import fc from "fast-check"
import { STRIPE_API_VERSION } from "./client"
import { toldRefund } from "./told-refund"

const REFUND = {
  id: "re_1",
  object: "refund",
  amount: 1982,
  currency: "eur",
  created: 1_780_000_000,
  status: "succeeded",
  charge: "ch_1",
  payment_intent: "pi_1",
  metadata: { refund_transaction_id: "reftrx_1" },
  failure_reason: null,
  destination_details: {
    type: "card",
    card: { type: "refund", reference: "7453", reference_status: "available" },
  },
}
const told = (
  object: unknown,
  api_version: string | null = STRIPE_API_VERSION
) => toldRefund(Buffer.from(JSON.stringify({ api_version, data: { object } })))

describe("the refund that an event tells of", () => {
  it("is read as if it came from Stripe's API", () => {
    expect(told(REFUND)).toMatchObject({
      id: "re_1",
      minor_amount: 1982n,
      refund_transaction_id: "reftrx_1",
      outcome: {
        status: "succeeded",
        reference: "7453",
        details: { destination_type: "card", reference_status: "available" },
      },
    })
  })

  it.each([
    ["of an older version, which leaves things out", REFUND, "2024-04-10"],
    ["of a thin event", undefined, null],
    ["of a charge", { ...REFUND, object: "charge" }, STRIPE_API_VERSION],
    [
      "whose charge was expanded",
      { ...REFUND, charge: { id: "ch_1" } },
      STRIPE_API_VERSION,
    ],
    [
      "with a part that is no such part",
      { ...REFUND, destination_details: "card" },
      STRIPE_API_VERSION,
    ],
    ["without an amount", { ...REFUND, amount: null }, STRIPE_API_VERSION],
  ])("is not taken from one %s", (_, object, version) => {
    expect(told(object, version)).toBeNull()
  })

  it("never throws, whatever is in it", () => {
    fc.assert(
      fc.property(
        fc.record(
          {
            amount: fc.jsonValue(),
            status: fc.jsonValue(),
            metadata: fc.jsonValue(),
            next_action: fc.jsonValue(),
            destination_details: fc.jsonValue(),
          },
          { requiredKeys: [] }
        ),
        (changes) => {
          told({ ...REFUND, ...changes })
        }
      )
    )
  })
})
