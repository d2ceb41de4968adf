import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { changeOfEdit } from "../../../ledger"
import { toError } from "../../common/to-error"

/**
 * Undoes a part of an edit, unless Medusa has carried the change out: it may have
 * although its answer was an error. While that cannot be read, nothing is undone;
 * the job looks again. Never throws: the other parts are to be undone, too.
 */
export async function undoUnlessConfirmed(
  container: MedusaContainer,
  { order_id, id }: { order_id: string; id: string },
  undo: () => Promise<void>
): Promise<void> {
  try {
    const change = await changeOfEdit(container, order_id, id)
    if (!change?.confirmed) {
      await undo()
    }
  } catch (error) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(`The edit ${id} could not be undone.`, toError(error))
  }
}
