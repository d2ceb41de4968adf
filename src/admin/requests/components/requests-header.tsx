import { Button, Container, Heading, Text } from "@medusajs/ui"
import type { RefObject } from "react"
import { useTranslation } from "react-i18next"
import type { AdminRefundRequestListResponse } from "../../../types"
import { summaryText } from "../lib/request-text"

type Props = {
  /** Takes the focus when what had it is gone. */
  top: RefObject<HTMLDivElement>
  summary: AdminRefundRequestListResponse["summary"] | undefined
  onShowUndecided: () => void
}

/** What the page is for, and what is to be done. */
export function RequestsHeader({ top, summary, onShowUndecided }: Props) {
  const { t, i18n } = useTranslation()
  return (
    <Container className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-6 py-4">
      <div ref={top} tabIndex={-1} className="outline-none">
        <Heading>{t("refundRequests.title")}</Heading>
        {/* Always the same element: a live region that comes with its text is not read. */}
        <Text size="small" className="text-ui-fg-subtle" role="status">
          {summary
            ? summaryText(summary, t, i18n.language)
            : t("refundRequests.description")}
        </Text>
      </div>
      {summary && summary.undecided > 0 && (
        <Button
          type="button"
          size="small"
          variant="secondary"
          onClick={onShowUndecided}
        >
          {t("refundRequests.summary.show")}
        </Button>
      )}
    </Container>
  )
}
