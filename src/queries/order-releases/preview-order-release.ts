import type { MedusaContainer } from "@medusajs/framework/types"
import type { ReleasePlan } from "../../domain"
import {
  planOrderReleaseWorkflow,
  type CreateOrderReleaseInput,
} from "../../workflows/release-order"

/**
 * What a release would do now, checked for all that the release itself is checked
 * for, by the store's hooks too. Writes nothing.
 */
export async function previewOrderRelease(
  container: MedusaContainer,
  input: CreateOrderReleaseInput
): Promise<ReleasePlan> {
  const { result } = await planOrderReleaseWorkflow(container).run({ input })
  return result.plan
}
