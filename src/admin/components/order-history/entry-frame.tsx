import { StatusBadge, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { localeOf } from "../../lib/locale"

type Props = {
  title: string
  status: string
  color: "green" | "orange" | "red" | "grey" | "blue"
  createdAt: string
  /** Who made it, where that is known. */
  author: string | undefined
  note: string | null
  children: ReactNode
}

/** One edit or release: what it was, how far it got, when, and by whom. */
export function EntryFrame(props: Props) {
  const { t, i18n } = useTranslation()
  const { author } = props
  const when = new Intl.DateTimeFormat(localeOf(i18n.language), {
    dateStyle: "medium",
    timeStyle: "short",
  }).format(new Date(props.createdAt))
  return (
    <li className="flex flex-col gap-y-2 px-6 py-4">
      <div className="flex items-center justify-between gap-x-2">
        <Text size="small" weight="plus">
          {props.title}
        </Text>
        <StatusBadge color={props.color}>{props.status}</StatusBadge>
      </div>
      <Text size="xsmall" className="text-ui-fg-subtle">
        {when}
        {author && <> · {t("refunds.by", { name: author })}</>}
      </Text>
      {props.children}
      {props.note && (
        <Text size="xsmall" className="text-ui-fg-muted">
          {props.note}
        </Text>
      )}
    </li>
  )
}
