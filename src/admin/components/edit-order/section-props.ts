import type { OrderEditPreview } from "../../../types"
import type { OrderEditTarget } from "../../lib/order-edit-error"
import type { OrderEditForm } from "../../lib/order-edit-form"
import type { OrderToEdit } from "../../lib/order-edit-order"

/** What the sections of the edit have in common. */
export type EditSectionProps = {
  order: OrderToEdit
  form: OrderEditForm
  /** The newest preview; while the next is computed, an older one. */
  plan?: OrderEditPreview
  messageOf: (
    kind: NonNullable<OrderEditTarget>["kind"],
    id?: string
  ) => string | undefined
  onChange: (change: Partial<OrderEditForm>) => void
}
