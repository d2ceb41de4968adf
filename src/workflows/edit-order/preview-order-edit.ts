import type { MedusaContainer } from "@medusajs/framework/types"
import { randomUUID } from "node:crypto"
import { discardOrderEdit } from "../../ledger"
import type { OrderEditPreview } from "../../types"
import {
  acquireOrderLock,
  releaseOrderLock,
  renewOrderLock,
} from "../common/order-lock"
import { prepareEdit } from "./lib/prepare-edit"
import type { EditOrderRequest } from "./types"

/**
 * Says what an edit of an order would do. Medusa can compute that only of a real
 * order change, so one is opened under the order's lock, and removed again.
 *
 * @throws the codes of `docs/errors.md`
 */
export async function previewOrderEdit(
  container: MedusaContainer,
  orderId: string,
  request: EditOrderRequest
): Promise<OrderEditPreview> {
  const lock = { order_id: orderId, owner_id: `order-edit:${randomUUID()}` }
  await acquireOrderLock(container, lock)
  try {
    const { preview, open } = await prepareEdit(container, orderId, request, {
      mark: { order_edit_preview: true },
      created_by: null,
      renew: () => renewOrderLock(container, lock),
    })
    await discardOrderEdit(container, open.id)
    return preview
  } finally {
    await releaseOrderLock(container, lock)
  }
}
