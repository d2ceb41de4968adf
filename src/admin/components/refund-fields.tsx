import { expectsReturn } from "../lib/refund-form"
import { ExtraAmountFields } from "./extra-amount-fields"
import { ItemsSection } from "./items-section"
import { PaymentsFields } from "./payments-fields"
import { ReturnLocationField } from "./return-location-field"
import type { SectionProps } from "./section-props"
import { ShippingSection } from "./shipping-section"

type Props = SectionProps & { orderId: string }

/** What goes back of an order: its goods and their money, shipping, goodwill. */
export function RefundFields({ orderId, ...section }: Props) {
  const { form, refunds } = section
  return (
    <>
      <ItemsSection orderId={orderId} movesGoods {...section} />
      {expectsReturn(form) && (
        <ReturnLocationField
          orderId={orderId}
          form={form}
          error={section.messageOf("location")}
          onChange={(location_id) => section.onChange({ location_id })}
        />
      )}
      <ShippingSection {...section} />
      <ExtraAmountFields {...section} />
      {refunds.payments.length > 1 && (
        <PaymentsFields
          payments={refunds.payments}
          planned={section.plan?.payments ?? []}
          value={form.payments}
          error={section.messageOf("payments")}
          onChange={(payments) => section.onChange({ payments })}
        />
      )}
    </>
  )
}
