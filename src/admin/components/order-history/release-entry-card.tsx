import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { OrderReleaseDTO } from "../../../types"
import { formatMoney } from "../../lib/format-money"
import { waitsForBooks } from "../../lib/order-history"
import { releaseResult } from "../../lib/release-text"
import { EntryFrame } from "./entry-frame"
import { EntryRow } from "./entry-row"
import { KeptLines } from "./kept-lines"
import { ReleasePayments } from "./release-payments"

const COLORS: Record<
  OrderReleaseDTO["status"],
  "green" | "orange" | "red" | "grey"
> = {
  succeeded: "green",
  processing: "orange",
  partially_failed: "red",
  failed: "grey",
}

type Props = { release: OrderReleaseDTO; author: string | undefined }

/** One release: what left the order, what was captured, and what could not leave. */
export function ReleaseEntryCard({ release, author }: Props) {
  const { t } = useTranslation()
  const { status, currency_code } = release
  const money = (amount: string) => formatMoney(amount, currency_code)
  return (
    <EntryFrame
      title={t("refundRelease.history.title")}
      status={t(`refundRelease.history.status.${status}`)}
      color={COLORS[status]}
      createdAt={release.created_at}
      author={author}
      note={release.note}
    >
      <ul className="text-ui-fg-subtle txt-compact-small">
        {release.lines.map((line) => (
          <EntryRow
            key={line.item_id ?? line.shipping_method_id}
            label={
              line.kind === "item"
                ? t("refunds.units", {
                    count: String(line.quantity),
                    title: line.title,
                  })
                : line.title
            }
            value={money(line.amount)}
          />
        ))}
        {(status === "succeeded" || status === "processing") && (
          <>
            <EntryRow
              label={t("refundRelease.released")}
              value={money(release.released)}
            />
            <EntryRow
              label={t("refundRelease.history.captured")}
              value={money(release.capture_amount)}
            />
          </>
        )}
      </ul>
      {status !== "succeeded" && (
        <Text size="xsmall" className="text-ui-fg-subtle">
          {waitsForBooks(release)
            ? t("refundRelease.history.books")
            : releaseResult(release, t).text}
        </Text>
      )}
      {(status === "failed" || status === "partially_failed") && (
        <ReleasePayments release={release} />
      )}
      {release.kept_lines.length > 0 && <KeptLines release={release} />}
    </EntryFrame>
  )
}
