import { Button, Input, Label } from "@medusajs/ui"
import { useId, useRef, useState } from "react"
import { useTranslation } from "react-i18next"

/** Where the customer pays, to be copied into a message to them. */
export function PaymentLink({ link }: { link: string }) {
  const { t } = useTranslation()
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [isCopied, setIsCopied] = useState(false)
  const copy = async () => {
    field.current?.select()
    setIsCopied(await toClipboard(link))
  }
  return (
    <div className="flex flex-col gap-y-2">
      <Label htmlFor={id} size="small" weight="plus">
        {t("refundOrderEdit.link.label")}
      </Label>
      <div className="flex items-center gap-x-2">
        <div className="min-w-0 flex-1">
          <Input
            ref={field}
            id={id}
            size="small"
            readOnly
            value={link}
            onFocus={(event) => event.target.select()}
          />
        </div>
        <Button
          type="button"
          size="small"
          variant="secondary"
          onClick={() => void copy()}
        >
          {t("refundOrderEdit.link.copy")}
        </Button>
      </div>
      <div role="status" className="txt-compact-xsmall text-ui-fg-subtle">
        {isCopied ? t("refundOrderEdit.link.copied") : ""}
      </div>
    </div>
  )
}

/** The clipboard needs a secure context; on a LAN address what is selected is copied. */
async function toClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return document.execCommand("copy")
  }
}
