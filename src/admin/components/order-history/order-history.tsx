import { Heading } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"
import type { AdminOrderRefundsResponse } from "../../../types"
import { authorName } from "../../lib/author-name"
import { historyOf, type HistoryEntry } from "../../lib/order-history"
import { EditEntryCard } from "./edit-entry-card"
import { ReleaseEntryCard } from "./release-entry-card"

type Props = {
  refunds: Pick<
    AdminOrderRefundsResponse,
    "order_edits" | "order_releases" | "authors"
  >
}

/** What became of the order's edits and releases; nothing where there are none. */
export function OrderHistory({ refunds }: Props) {
  const { t } = useTranslation()
  const title = useId()
  const history = historyOf(refunds.order_edits, refunds.order_releases)
  return history.length ? (
    <section aria-labelledby={title}>
      <Heading id={title} level="h3" className="px-6 pt-4">
        {t("refundOrderEdit.history.title")}
      </Heading>
      <ul className="divide-y" aria-labelledby={title}>
        {history.map((entry) => {
          const { id, created_by } = madeOf(entry)
          const author = authorName(refunds.authors, created_by)
          return <Entry key={id} entry={entry} author={author} />
        })}
      </ul>
    </section>
  ) : null
}

const madeOf = (entry: HistoryEntry) =>
  entry.kind === "edit" ? entry.edit : entry.release

const Entry = (props: { entry: HistoryEntry; author: string | undefined }) =>
  props.entry.kind === "edit" ? (
    <EditEntryCard {...props.entry} author={props.author} />
  ) : (
    <ReleaseEntryCard release={props.entry.release} author={props.author} />
  )
