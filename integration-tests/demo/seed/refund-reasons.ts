import type Medusa from "@medusajs/js-sdk"

const reasons = [
  { label: "Damaged on arrival", code: "damaged" },
  { label: "Wrong item sent", code: "wrong_item" },
  { label: "Arrived too late", code: "late" },
  { label: "Changed their mind", code: "changed_mind" },
]

/** Creates the refund reasons a merchant chooses from. */
export async function createRefundReasons(admin: Medusa): Promise<void> {
  for (const reason of reasons) {
    await admin.admin.refundReason.create(reason)
  }
}
