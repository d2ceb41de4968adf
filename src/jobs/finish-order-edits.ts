import type { MedusaContainer } from "@medusajs/framework/types"
import {
  finishOrderEditWorkflow,
  listUnfinishedEdits,
} from "../workflows/edit-order"
import { finishEach } from "../workflows/common/finish-each"
import { refundsModule } from "../workflows/common/refunds-module"

/** Finishes edits that a crash or a lost answer left half done. */
export default async function finishOrderEditsJob(
  container: MedusaContainer
): Promise<void> {
  if (!(await refundsModule(container).isMigrated())) {
    return
  }
  await finishEach(
    container,
    await listUnfinishedEdits(container, new Date()),
    {
      named: ({ order_edit_id, order_id }) =>
        `The edit ${order_edit_id} of ${order_id}`,
      run: (input) => finishOrderEditWorkflow(container).run({ input }),
    }
  )
}

export const config = {
  name: "finish-order-edits",
  schedule: "* * * * *",
}
