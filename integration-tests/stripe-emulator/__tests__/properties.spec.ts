import fc from "fast-check"
import { ApiError } from "../errors"
import { openLab, outcome, type Lab } from "./support"

const PAID = 1000

/** Something that happens to a charge; numbers pick the amount or the refund. */
const action = fc.tuple(
  fc.constantFrom(
    ...["create", "fail", "cancel", "dashboard"],
    ...["dispute", "inquire", "escalate", "win", "lose"]
  ),
  fc.nat({ max: 600 })
)

describe("whatever happens to a charge", () => {
  let lab: Lab
  beforeAll(async () => {
    lab = await openLab()
  })
  afterAll(() => lab.emulator.close())

  it("never more goes back than was captured, and the balance adds up", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(action, { maxLength: 15 }), async (actions) => {
        const { control } = lab.emulator
        control.reset()
        const { charge } = control.createPaidPaymentIntent({
          amount: PAID,
          currency: "eur",
        })
        for (const [name, number] of actions) {
          await perform(lab, charge.id, name, number)
          const { refunds, disputes, balanceTransactions } = control.snapshot()
          const live = refunds
            .filter(
              ({ status }) => status !== "failed" && status !== "canceled"
            )
            .reduce((sum, { amount }) => sum + amount, 0)
          expect(live).toBeLessThanOrEqual(PAID)
          const balance = balanceTransactions.reduce(
            (sum, { amount }) => sum + amount,
            0
          )
          const atTheBank = disputes
            .filter(({ is_charge_refundable }) => !is_charge_refundable)
            .reduce((sum, { amount }) => sum + amount, 0)
          expect(balance).toBe(PAID - live - atTheBank)
          const now = await lab.stripe.charges.retrieve(charge.id)
          expect(now.amount_refunded).toBe(live)
          expect(now.refunded).toBe(live === PAID)
        }
      }),
      { numRuns: 60 }
    )
  })
})

async function perform(
  lab: Lab,
  charge: string,
  name: string,
  number: number
): Promise<void> {
  const { stripe, emulator } = lab
  const { control } = emulator
  const refunds = control
    .snapshot()
    .refunds.filter(({ status }) => status === "succeeded")
  const picked = refunds[number % Math.max(1, refunds.length)]
  if (name === "create") {
    await outcome(stripe.refunds.create({ charge, amount: number + 1 }))
  } else if (name === "dashboard") {
    attempt(() => control.refundInDashboard({ charge, amount: number }))
  } else if (picked && name === "fail") {
    control.failRefund(picked.id)
  } else if (picked && name === "cancel") {
    control.cancelRefundInDashboard(picked.id)
  } else {
    performDispute(lab, charge, name, number)
  }
}

function performDispute(
  { emulator: { control } }: Lab,
  charge: string,
  name: string,
  number: number
): void {
  const dispute = control.snapshot().disputes.at(-1)?.id ?? "du_none"
  const actions: Record<string, () => unknown> = {
    dispute: () => control.openDispute({ charge, amount: number }),
    inquire: () =>
      control.openDispute({ charge, amount: number, inquiry: true }),
    escalate: () => control.escalateInquiry(dispute),
    win: () => control.winDispute(dispute),
    lose: () => control.loseDispute(dispute),
  }
  attempt(actions[name] ?? (() => undefined))
}

/** What the emulator refuses must not change anything. */
function attempt(action: () => unknown): void {
  try {
    action()
  } catch (error) {
    if (!(error instanceof RangeError || error instanceof ApiError)) {
      throw error
    }
  }
}
