import { Text } from "@medusajs/ui"
import { useEffect, useState } from "react"
import { useTranslation } from "react-i18next"
import type { RefundReconciliationDTO } from "../../types"
import type { Translate } from "../lib/error-text"
import { isRunning } from "../lib/reconciliation-status"
import { countsText, progressText } from "../lib/reconciliation-text"

type Props = { latest: RefundReconciliationDTO | undefined }

/**
 * How far the run is, and how it ended if the merchant was here meanwhile. It
 * stands there when empty, too: screen readers only follow what they have seen.
 */
export function ReconciliationProgress({ latest }: Props) {
  const { t, i18n } = useTranslation()
  const [watched, setWatched] = useState<string>()
  useEffect(() => {
    if (isRunning(latest)) {
      setWatched(latest?.id)
    }
  }, [latest])
  const isWatched = isRunning(latest) || latest?.id === watched
  const text = latest && isWatched && textOf(latest, t, i18n.language)
  return (
    <div
      role="status"
      aria-live="polite"
      aria-atomic
      // Empty it takes no room, not even the gap above it.
      className="empty:-mt-3"
    >
      {text && <Text size="small">{text}</Text>}
    </div>
  )
}

function textOf(
  run: RefundReconciliationDTO,
  t: Translate,
  language: string
): string {
  switch (run.status) {
    case "running":
      return progressText(run, t, language)
    case "completed":
      return t("refundReconciliation.finished", {
        counts: countsText(run, t, language),
      })
    default:
      return t("refundReconciliation.failed")
  }
}
