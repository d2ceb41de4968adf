import type { MedusaContainer } from "@medusajs/framework/types"
import type { ProviderRequestStatus } from "../../../domain"
import type { OrderEditRecord } from "../../../modules/refunds/order-edit-record"
import { noteCharge } from "./note-charge"

describe("what is written down of a charge", () => {
  const moveCharge = jest.fn(
    async (_id: string, { to }: { to: ProviderRequestStatus }) => to
  )
  const container = {
    resolve: () => ({ edits: { moveCharge } }),
  } as Partial<MedusaContainer> as MedusaContainer
  const edit = (status: ProviderRequestStatus) =>
    ({
      id: "oredit_1",
      settlement: { charge: { payment_intent_id: "pi_1", status } },
    }) as Partial<OrderEditRecord> as OrderEditRecord
  const after = async (
    status: ProviderRequestStatus,
    to: ProviderRequestStatus
  ) => (await noteCharge(container, edit(status), to)).settlement.charge?.status

  beforeEach(() => moveCharge.mockClear())

  it("is what Stripe says", async () => {
    expect(await after("submitting", "succeeded")).toBe("succeeded")
    expect(await after("pending", "failed")).toBe("failed")
  })

  it("is unknown where it was just sent", async () => {
    expect(await after("submitting", "unknown")).toBe("unknown")
  })

  it.each(["pending", "succeeded", "failed"] as const)(
    "stays %s when Stripe cannot be asked",
    async (status) => {
      expect(await after(status, "unknown")).toBe(status)
      expect(moveCharge).not.toHaveBeenCalled()
    }
  )
})
