import { Button, Heading, Text } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"
import { useOrderHistory } from "../../hooks/use-order-history"
import type { HistoryEntry } from "../../lib/order-history"
import { EditEntryCard } from "./edit-entry-card"
import { ReleaseEntryCard } from "./release-entry-card"

/** What became of the order's edits and releases; nothing where there are none. */
export function OrderHistory({ orderId }: { orderId: string }) {
  const { t } = useTranslation()
  const title = useId()
  const { data, isError, refetch } = useOrderHistory(orderId)
  if (!data) {
    return isError ? <Failed onRetry={() => void refetch()} /> : null
  }
  return data.length ? (
    <section aria-labelledby={title}>
      <Heading id={title} level="h3" className="px-6 pt-4">
        {t("refundOrderEdit.history.title")}
      </Heading>
      <ul className="divide-y" aria-labelledby={title}>
        {data.map((entry) => (
          <Entry key={idOf(entry)} entry={entry} />
        ))}
      </ul>
    </section>
  ) : null
}

const idOf = (entry: HistoryEntry): string =>
  entry.kind === "edit" ? entry.edit.id : entry.release.id

const Entry = ({ entry }: { entry: HistoryEntry }) =>
  entry.kind === "edit" ? (
    <EditEntryCard {...entry} />
  ) : (
    <ReleaseEntryCard release={entry.release} />
  )

function Failed({ onRetry }: { onRetry: () => void }) {
  const { t } = useTranslation()
  return (
    <div className="flex flex-col items-start gap-y-2 px-6 py-4" role="alert">
      <Text size="small">{t("refundOrderEdit.history.loadFailed")}</Text>
      <Button size="small" variant="secondary" onClick={onRetry}>
        {t("refunds.retry")}
      </Button>
    </div>
  )
}
