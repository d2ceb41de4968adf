import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { MedusaContainer } from "@medusajs/framework/types"
import { assertSameRequest } from "../../common/assert-same-request"
import { refundsModule } from "../../common/refunds-module"
import { hashOf } from "../lib/edit-record"
import { finishEdit } from "../lib/finish-edit"
import type { EditedOrder, EditOrderInput } from "../types"

export const findReplayedEditStepId = "find-replayed-edit"

/**
 * Finds the edit that this idempotency key made before, or null. One that was
 * never carried out is forgotten: the same request is tried again.
 *
 * @throws idempotency_key_reused
 */
export const findReplayedEditStep = createStep(
  findReplayedEditStepId,
  async (input: EditOrderInput, { container }) =>
    new StepResponse(await findReplay(container, input))
)

async function findReplay(
  container: MedusaContainer,
  input: EditOrderInput
): Promise<EditedOrder | null> {
  const { idempotency_key } = input
  const first = idempotency_key
    ? await refundsModule(container).edits.find({ idempotency_key })
    : null
  if (!first) {
    return null
  }
  assertSameRequest("edit", first, hashOf(input))
  return (await finishEdit(container, first))
    ? { order_edit_id: first.id, order_id: first.order_id }
    : null
}
