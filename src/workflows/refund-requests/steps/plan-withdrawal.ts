import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { planWithdrawal } from "../plan-withdrawal"
import type { DeclareWithdrawalInput } from "../types"
import type { RequestToRecord } from "./plan-refund-request"

export const planWithdrawalStepId = "plan-withdrawal"

/** Finds the order of a declaration, and the units that can be withdrawn from. */
export const planWithdrawalStep = createStep(
  planWithdrawalStepId,
  async (input: DeclareWithdrawalInput, { container }) =>
    new StepResponse<RequestToRecord>({
      planned: await planWithdrawal(container, input, new Date()),
      replay: null,
    })
)
