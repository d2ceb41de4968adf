import { useState } from "react"
import type { StoreRefundRequest } from "../../../types/refund-request"
import { Section } from "../parts/section"
import { Waiting } from "../parts/waiting"
import { useRefundOptions } from "../provider/use-refund-options"
import { useRefunds } from "../provider/refunds-context"
import { DEFAULT_PHOTO_LIMITS, type PhotoLimits } from "./photo-limits"
import { RequestFields } from "./request-fields"
import { RequestSent } from "./request-sent"
import type { SentRequest } from "./use-send-request"

/**
 * The form in which a customer asks for a refund: what the shop's policy allows, and
 * for everything else why not.
 */
export function RefundRequestForm({
  photos = DEFAULT_PHOTO_LIMITS,
  onSent,
}: {
  /** As the shop's options `requests.photos` and `requests.photoBytes`. */
  photos?: PhotoLimits
  onSent?: (request: StoreRefundRequest) => void
}) {
  const { classNames, messages, order } = useRefunds()
  const { options, error, reload } = useRefundOptions()
  const [sent, setSent] = useState<SentRequest | null>(null)
  const isOpen = options?.items.some(({ blocked }) => !blocked)

  return (
    <Section title={messages.form.title} name="request-form">
      {sent ? (
        <RequestSent sent={sent} onAnother={() => setSent(null)} />
      ) : !options ? (
        <Waiting error={error} onRetry={reload} />
      ) : (
        <>
          {!isOpen && (
            <p className={classNames.text}>{messages.form.nothing}</p>
          )}
          <RequestFields
            options={options}
            limits={photos}
            isOpen={isOpen === true}
            onSent={(taken) => {
              setSent(taken)
              order.refresh()
              onSent?.(taken.request)
            }}
          />
        </>
      )}
    </Section>
  )
}
