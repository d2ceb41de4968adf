import { Label, Switch } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"
import {
  KIND_CHOICES,
  SOON_IN_DAYS,
  SORT_CHOICES,
  STATUS_CHOICES,
  type RequestFilters,
} from "../lib/request-filters"
import { ChoiceField } from "./choice-field"
import { SearchField } from "./search-field"

type Props = {
  filters: RequestFilters
  onChange: (patch: Partial<RequestFilters>) => void
}

/** Which requests the list shows, and in which sequence. */
export function RequestFilterBar({ filters, onChange }: Props) {
  const { t } = useTranslation()
  const id = useId()
  return (
    <div
      className="flex flex-wrap items-center gap-2 px-6 py-4"
      role="search"
      aria-label={t("refundRequests.filter.label")}
    >
      <SearchField q={filters.q} onChange={(q) => onChange({ q })} />
      <ChoiceField
        label={t("refundRequests.column.status")}
        value={filters.status}
        choices={STATUS_CHOICES}
        textOf={(status) =>
          status === "all" || status === "undecided"
            ? t(`refundRequests.filter.status.${status}`)
            : t(`refundRequests.status.${status}`)
        }
        onChange={(status) => onChange({ status })}
      />
      <ChoiceField
        label={t("refundRequests.column.kind")}
        value={filters.kind}
        choices={KIND_CHOICES}
        textOf={(kind) =>
          kind === "all"
            ? t("refundRequests.filter.kind.all")
            : t(`refundRequests.kind.${kind}`)
        }
        onChange={(kind) => onChange({ kind })}
      />
      <ChoiceField
        label={t("refundRequests.filter.sort.label")}
        value={filters.sort}
        choices={SORT_CHOICES}
        textOf={(sort) => t(`refundRequests.filter.sort.${sort}`)}
        onChange={(sort) => onChange({ sort })}
      />
      <div className="flex items-center gap-x-2">
        <Switch
          id={id}
          size="small"
          checked={filters.due}
          onCheckedChange={(due) => onChange({ due })}
        />
        <Label htmlFor={id} size="small">
          {t("refundRequests.filter.due", { count: SOON_IN_DAYS })}
        </Label>
      </div>
    </div>
  )
}
