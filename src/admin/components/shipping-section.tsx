import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { NO_SHIPPING } from "../lib/refund-form"
import type { SectionProps } from "./section-props"
import { ShippingRow } from "./shipping-row"

/** The shipping methods of the order, if it has any. */
export function ShippingSection(section: SectionProps) {
  const { t } = useTranslation()
  const { form, refunds, plan, messageOf, onChange } = section
  if (!refunds.shipping.length) {
    return null
  }
  return (
    <section>
      <Text size="small" weight="plus">
        {t("refunds.drawer.shipping")}
      </Text>
      <div className="divide-y">
        {refunds.shipping.map((shipping) => {
          const id = shipping.shipping_method_id
          return (
            <ShippingRow
              key={id}
              shipping={shipping}
              currency={refunds.summary.currency_code}
              entry={form.shipping[id] ?? NO_SHIPPING}
              planned={
                plan?.lines.find((line) => line.shipping_method_id === id)
                  ?.amount
              }
              error={messageOf("shipping", id)}
              onChange={(entry) =>
                onChange({
                  everything: false,
                  shipping: { ...form.shipping, [id]: entry },
                })
              }
            />
          )
        })}
      </div>
    </section>
  )
}
