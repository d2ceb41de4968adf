import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { OrderEditDTO } from "../../../types"
import { formatMoney } from "../../lib/format-money"
import {
  changedLines,
  signedDifference,
  type EditEntry,
} from "../../lib/order-history"
import { editOutcome } from "../edit-order/edit-outcome"
import { PaymentLink } from "../edit-order/payment-link"
import { EntryFrame } from "./entry-frame"
import { EntryRow } from "./entry-row"

type Status = OrderEditDTO["settlement"]["status"]

const COLORS: Record<Status, "green" | "orange" | "red"> = {
  settled: "green",
  processing: "orange",
  waiting: "orange",
  owing: "orange",
  failed: "red",
}

type Props = Pick<EditEntry, "edit" | "isAskedLater"> & {
  author: string | undefined
}

/** One edit: what it changed, and how far its money is by now. */
export function EditEntryCard({ edit, isAskedLater, author }: Props) {
  const { t } = useTranslation()
  const { status } = edit.settlement
  return (
    <EntryFrame
      title={t("refundOrderEdit.history.edit")}
      status={t(`refundOrderEdit.history.status.${status}`)}
      color={COLORS[status]}
      createdAt={edit.created_at}
      author={author}
      note={edit.note}
    >
      <ul className="text-ui-fg-subtle txt-compact-small">
        {changedLines(edit).map(({ item_id, variant_id, ...line }, index) => (
          <EntryRow
            key={item_id ?? `${variant_id}-${index}`}
            label={t("refundOrderEdit.history.line", {
              title: line.title,
              before: String(line.before.quantity),
              after: String(line.after.quantity),
            })}
          />
        ))}
        <EntryRow
          label={t("refundOrderEdit.difference")}
          value={signedDifference(edit)}
        />
      </ul>
      {isAskedLater ? (
        <Text size="xsmall" className="text-ui-fg-subtle">
          {t("refundOrderEdit.history.askedLater")}
        </Text>
      ) : (
        <Money edit={edit} />
      )}
    </EntryFrame>
  )
}

/** What became of the money; else who owes what, and where the customer can pay it. */
function Money({ edit }: { edit: OrderEditDTO }) {
  const { t } = useTranslation()
  const { kind, status, amount } = edit.settlement
  if (status === "settled") {
    return (
      <Text size="xsmall" className="text-ui-fg-subtle">
        {t(`refundOrderEdit.history.settled.${kind}`, {
          amount: formatMoney(amount, edit.currency_code),
        })}
      </Text>
    )
  }
  const { tone, text, why, link } = editOutcome(edit, t)
  return (
    <>
      <Text
        size="xsmall"
        className={
          tone === "warning" ? "text-ui-tag-red-text" : "text-ui-fg-subtle"
        }
      >
        {text}
      </Text>
      {why && (
        <Text size="xsmall" className="text-ui-fg-subtle">
          {why}
        </Text>
      )}
      {link && <PaymentLink link={link} />}
    </>
  )
}
