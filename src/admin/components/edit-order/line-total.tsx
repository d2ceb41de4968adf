import type { OrderEditLine } from "../../../types"
import { formatMoney } from "../../lib/format-money"

type Props = { line?: OrderEditLine; currency: string }

/** What a line costs after the edit, and before it where that differs. */
export function LineTotal({ line, currency }: Props) {
  if (!line) {
    return null
  }
  const before = formatMoney(line.before.total, currency)
  const after = formatMoney(line.after.total, currency)
  const isChanged = line.before.quantity > 0 && before !== after
  return (
    <span className="text-ui-fg-base tabular-nums">
      {isChanged && `${before} → `}
      {after}
    </span>
  )
}
