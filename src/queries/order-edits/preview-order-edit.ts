import type { MedusaContainer } from "@medusajs/framework/types"
import type { OrderEditPreview } from "../../types"
import {
  previewOrderEditWorkflow,
  type EditOrderInput,
} from "../../workflows/edit-order"

/**
 * What an edit would do to the order and its money, checked for all that the edit
 * itself is checked for, by the store's hook too. Leaves nothing behind.
 */
export async function previewOrderEdit(
  container: MedusaContainer,
  input: EditOrderInput
): Promise<OrderEditPreview> {
  const { result } = await previewOrderEditWorkflow(container).run({ input })
  return result
}
