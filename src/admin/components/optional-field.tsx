import { Label, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"

type Props = { id: string; label: string; children: ReactNode }

/** A field that may stay empty, marked as the dashboard marks it. */
export function OptionalField({ id, label, children }: Props) {
  const { t } = useTranslation()
  return (
    <div className="flex flex-col gap-y-1.5">
      <div className="flex items-center gap-x-1">
        <Label htmlFor={id} size="small" weight="plus">
          {label}
        </Label>
        <Text size="xsmall" className="text-ui-fg-muted">
          ({t("refunds.drawer.optional")})
        </Text>
      </div>
      {children}
    </div>
  )
}
