import { useRefunds } from "../provider/refunds-context"
import type { RefundOptions } from "../provider/use-refund-options"
import type { RequestDraft } from "./request-draft"
import { RequestItem } from "./request-item"

/** All items of the order, to choose from. */
export function RequestItems({
  options,
  draft,
  onChange,
}: {
  options: RefundOptions
  draft: RequestDraft
  onChange: (draft: RequestDraft) => void
}) {
  const { classNames, messages } = useRefunds()
  return (
    <fieldset className={classNames.fieldset}>
      <legend className={classNames.legend}>{messages.form.items}</legend>
      <ul className={classNames.list}>
        {options.items.map((item) => (
          <RequestItem
            key={item.item_id}
            item={item}
            reasons={options.reasons}
            quantity={draft.quantities[item.item_id] ?? 0}
            reason={draft.reasons[item.item_id] ?? ""}
            onQuantity={(quantity) =>
              onChange({
                ...draft,
                quantities: { ...draft.quantities, [item.item_id]: quantity },
              })
            }
            onReason={(reason) =>
              onChange({
                ...draft,
                reasons: { ...draft.reasons, [item.item_id]: reason },
              })
            }
          />
        ))}
      </ul>
    </fieldset>
  )
}
