import { Alert } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { OrderReleaseDTO } from "../../../types"
import { formatMoney } from "../../lib/format-money"

/** What others shipped before the release could take it off: nobody has paid for it. */
export function KeptLines({ release }: { release: OrderReleaseDTO }) {
  const { t } = useTranslation()
  return (
    <Alert variant="warning">
      <ul className="flex flex-col gap-y-1">
        {release.kept_lines.map((line) => (
          <li key={line.item_id ?? line.shipping_method_id}>
            {t("refundRelease.history.kept", {
              what:
                line.kind === "item"
                  ? t("refunds.units", {
                      count: String(line.quantity),
                      title: line.title,
                    })
                  : line.title,
              amount: formatMoney(line.amount, release.currency_code),
            })}
          </li>
        ))}
      </ul>
    </Alert>
  )
}
