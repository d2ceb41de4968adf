import type { MedusaContainer } from "@medusajs/framework/types"
import type { ProviderRequestStatus } from "../../../domain"
import type { OrderEditRecord } from "../../../modules/refunds/order-edit-record"
import type { ChargeTransition } from "../../../modules/refunds/records/order-edits"
import { noteCharge } from "./note-charge"

describe("what is written down of a charge", () => {
  const after = async (
    stored: ProviderRequestStatus,
    to: Parameters<typeof noteCharge>[2]
  ) => {
    const moveCharge = async (_id: string, move: ChargeTransition) =>
      move.from.includes(stored) ? move.to : stored
    const container = {
      resolve: () => ({ edits: { moveCharge } }),
    } as Partial<MedusaContainer> as MedusaContainer
    const edit = {
      id: "oredit_1",
      settlement: { charge: { payment_intent_id: "pi_1", status: "reserved" } },
    } as Partial<OrderEditRecord> as OrderEditRecord
    return (await noteCharge(container, edit, to)).settlement.charge?.status
  }

  it("is that it is being sent, once", async () => {
    expect(await after("reserved", "submitting")).toBe("submitting")
    expect(await after("pending", "submitting")).toBe("pending")
  })

  it.each(["submitting", "unknown", "pending"] as const)(
    "is what Stripe says of one that is %s",
    async (status) => {
      expect(await after(status, "succeeded")).toBe("succeeded")
      expect(await after(status, "failed")).toBe("failed")
      expect(await after(status, "pending")).toBe("pending")
    }
  )

  it("is unknown where it was just sent", async () => {
    expect(await after("submitting", "unknown")).toBe("unknown")
  })

  it.each(["pending", "succeeded", "failed"] as const)(
    "stays %s when Stripe cannot be asked",
    async (status) => {
      expect(await after(status, "unknown")).toBe(status)
    }
  )
})
