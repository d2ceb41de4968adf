import type { MedusaContainer } from "@medusajs/framework/types"
import type { RefundTransactionRecord } from "../../domain"
import { refundsModule } from "../common/refunds-module"

/**
 * Says of a request that was being sent that its answer is lost: the caller
 * holds the order's lock, so whoever sent it is gone. Whatever is learned of it
 * now is no answer to that request any more.
 *
 * @returns the status that the transaction has now
 */
export async function noteLostAnswer(
  container: MedusaContainer,
  { id, status }: Pick<RefundTransactionRecord, "id" | "status">,
  actor: string
): Promise<RefundTransactionRecord["status"]> {
  if (status !== "submitting") {
    return status
  }
  const { transaction } = await refundsModule(
    container
  ).transactions.transition({
    transaction_id: id,
    from: ["submitting"],
    to: "unknown",
    audit: { actor, action: "answer_lost" },
  })
  return transaction.status
}
