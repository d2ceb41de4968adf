import { Copy, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { RefundRequestDTO } from "../../../types"

/** The acknowledgement of a withdrawal, exactly as it was sent, and its fingerprint. */
export function RequestReceipt({
  request: { receipt, receipt_sha256 },
}: {
  request: RefundRequestDTO
}) {
  const { t } = useTranslation()
  return receipt ? (
    <section className="flex flex-col gap-y-2">
      <Text size="small" weight="plus">
        {t("refundRequests.receipt.title")}
      </Text>
      <pre
        // It can be longer than its box, and the keyboard has to scroll it, too.
        tabIndex={0}
        role="region"
        aria-label={t("refundRequests.receipt.title")}
        dir="auto"
        className="bg-ui-bg-subtle border-ui-border-base txt-small max-h-[200px] overflow-auto whitespace-pre-wrap break-words rounded-md border p-3 font-sans"
      >
        {receipt}
      </pre>
      {receipt_sha256 && (
        <div className="flex items-start gap-x-2">
          <Text size="xsmall" className="text-ui-fg-subtle break-all font-mono">
            SHA-256: {receipt_sha256}
          </Text>
          <Copy
            content={receipt_sha256}
            aria-label={t("refundRequests.receipt.copy")}
          />
        </div>
      )}
    </section>
  ) : null
}
