import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { RefundRequestDTO, RefundRequestEventDTO } from "../../../types"
import { useAuthor } from "../../hooks/use-author"
import { whenText } from "../../lib/reconciliation-text"
import { actionText, actorOf, quoteOf, type TrailActor } from "../lib/trail"

/** What happened to a request, the first first. */
export function RequestTrail({ request }: { request: RefundRequestDTO }) {
  const { t } = useTranslation()
  return (
    <section className="flex flex-col gap-y-2">
      <Text size="small" weight="plus">
        {t("refundRequests.trail.title")}
      </Text>
      <ol
        className="border-ui-border-base flex flex-col gap-y-3 border-l pl-3"
        aria-label={t("refundRequests.trail.title")}
      >
        {request.events.map((event, index) => (
          <Event key={index} event={event} />
        ))}
      </ol>
    </section>
  )
}

function Event({ event }: { event: RefundRequestEventDTO }) {
  const { t, i18n } = useTranslation()
  const quote = quoteOf(event, t)
  const author = useActor(actorOf(event))
  return (
    <li className="flex flex-col">
      <Text size="small">{actionText(event, t)}</Text>
      <Text size="xsmall" className="text-ui-fg-subtle">
        {whenText(event.created_at, i18n.language)}
        {author && <> · {author}</>}
      </Text>
      {quote && (
        <Text
          size="xsmall"
          dir="auto"
          className="text-ui-fg-subtle whitespace-pre-wrap break-words"
        >
          {quote}
        </Text>
      )}
    </li>
  )
}

/** "by Ada Lovelace", "by the customer"; nothing for a job. */
function useActor(actor: TrailActor): string | null {
  const { t } = useTranslation()
  const name = useAuthor(actor && "user" in actor ? actor.user : null)
  if (actor && "text" in actor) {
    return t(`refundRequests.actor.${actor.text}`)
  }
  return name ? t("refunds.by", { name }) : null
}
