import { fill } from "../format/fill"
import { formatMoment } from "../format/format-date"
import { Result } from "../parts/result"
import { useRefunds } from "../provider/refunds-context"
import type { Acknowledgement } from "./declaration"

/** That the shop has received it, with date and time, and what it received. */
export function Acknowledged({
  acknowledgement: { received_at, receipt },
}: {
  acknowledgement: Acknowledgement
}) {
  const { classNames, locale, messages } = useRefunds()
  const { withdrawal } = messages
  return (
    <>
      <Result>
        <p>
          {fill(withdrawal.acknowledged, {
            date: formatMoment(received_at, locale),
          })}
        </p>
        <p>{withdrawal.acknowledgedNext}</p>
      </Result>
      {receipt && (
        <>
          <h3 className={classNames.subheading}>{withdrawal.content}</h3>
          {/* Long lines wrap; who uses a keyboard need not scroll it. */}
          <pre
            className={classNames.receipt}
            style={{ whiteSpace: "pre-wrap" }}
          >
            {receipt}
          </pre>
        </>
      )}
    </>
  )
}
