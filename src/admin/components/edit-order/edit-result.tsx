import { Alert, Button, Drawer } from "@medusajs/ui"
import { useEffect, useRef } from "react"
import { useTranslation } from "react-i18next"
import type { OrderEditResult } from "../../lib/order-edit-result"
import { PaymentLink } from "./payment-link"

type Props = { result: OrderEditResult; onClose: () => void }

/** What became of an edit, where the merchant still has something to do. */
export function EditResult({
  result: { tone, text, why, link },
  onClose,
}: Props) {
  const { t } = useTranslation()
  const said = useRef<HTMLDivElement>(null)
  useEffect(() => said.current?.focus(), [])
  return (
    <div className="flex h-full flex-col overflow-hidden">
      <Drawer.Header>
        <Drawer.Title>{t("refundOrderEdit.result.title")}</Drawer.Title>
        <Drawer.Description className="sr-only">{text}</Drawer.Description>
      </Drawer.Header>
      <Drawer.Body className="flex flex-1 flex-col gap-y-6 overflow-auto">
        <div ref={said} tabIndex={-1} role="alert">
          <Alert variant={tone}>
            <div className="flex flex-col gap-y-2">
              <span>{text}</span>
              {why && <span>{why}</span>}
            </div>
          </Alert>
        </div>
        {link && <PaymentLink link={link} />}
      </Drawer.Body>
      <Drawer.Footer>
        <Button type="button" size="small" onClick={onClose}>
          {t("refundOrderEdit.result.close")}
        </Button>
      </Drawer.Footer>
    </div>
  )
}
