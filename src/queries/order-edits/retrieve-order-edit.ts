import { MedusaError } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { OrderEditDTO } from "../../types"
import { refundsModule } from "../../workflows/common/refunds-module"
import { orderEditDTO } from "./order-edit-dto"

/** An edit as it is now. */
export async function retrieveOrderEdit(
  container: MedusaContainer,
  id: string
): Promise<OrderEditDTO> {
  const edit = await refundsModule(container).edits.find({ id })
  if (!edit) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Order edit ${id} does not exist.`
    )
  }
  return orderEditDTO(edit)
}
