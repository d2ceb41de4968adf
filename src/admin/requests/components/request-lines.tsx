import { Badge, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { RefundRequestDTO } from "../../../types"
import { unitsText } from "../lib/request-text"

/** What is asked for, or that it is the whole order. */
export function RequestLines({ request }: { request: RefundRequestDTO }) {
  const { t } = useTranslation()
  return (
    <section className="flex flex-col gap-y-1">
      <Text size="small" weight="plus">
        {t(`refundRequests.asked.${request.kind}`)}
      </Text>
      {request.lines.length ? (
        <ul
          className="flex flex-col gap-y-2"
          aria-label={t(`refundRequests.asked.${request.kind}`)}
        >
          {request.lines.map(({ item_id, title, quantity, reason }) => (
            <li
              key={item_id}
              className="txt-compact-small text-ui-fg-subtle flex flex-wrap items-center justify-between gap-x-4 gap-y-1"
            >
              <bdi>
                {t("refunds.units", { count: String(quantity), title })}
              </bdi>
              {reason && <Badge size="2xsmall">{reason.label}</Badge>}
            </li>
          ))}
        </ul>
      ) : (
        <Text size="small" className="text-ui-fg-subtle">
          {unitsText(request, t)}
        </Text>
      )}
    </section>
  )
}
