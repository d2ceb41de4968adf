import { Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminReleasePlanResponse } from "../../../types"
import { linesOf, type OrderToEdit } from "../../lib/order-edit-order"
import {
  everythingHeld,
  nothingHeld,
  type ReleaseForm,
} from "../../lib/release-form"
import { ReleaseItemRow } from "./release-item-row"
import { ReleaseShippingRow } from "./release-shipping-row"

type Props = {
  order: OrderToEdit
  form: ReleaseForm
  plan?: AdminReleasePlanResponse["release_plan"]
  errorOf: (id: string) => string | undefined
  onChange: (form: ReleaseForm) => void
}

/** What leaves the order before it is paid. */
export function ReleaseLines({ order, form, plan, errorOf, onChange }: Props) {
  const { t } = useTranslation()
  const currency = order.currency_code
  const amountOf = (id: string) =>
    plan?.lines.find(
      ({ item_id, shipping_method_id }) =>
        (item_id ?? shipping_method_id) === id
    )?.amount
  return (
    <section>
      <div className="flex items-center justify-between">
        <Text size="small" weight="plus">
          {t("refundRelease.lines")}
        </Text>
        <div className="flex gap-x-2">
          <Button
            type="button"
            size="small"
            variant="transparent"
            onClick={() =>
              onChange({ ...everythingHeld(order), note: form.note })
            }
          >
            {t("refundRelease.everything")}
          </Button>
          <Button
            type="button"
            size="small"
            variant="transparent"
            onClick={() => onChange(nothingHeld(form))}
          >
            {t("refunds.drawer.clear")}
          </Button>
        </div>
      </div>
      <div className="divide-y">
        {linesOf(order).map((item) => (
          <ReleaseItemRow
            key={item.id}
            item={item}
            quantity={form.quantities[item.id] ?? 0}
            amount={amountOf(item.id)}
            currency={currency}
            error={errorOf(item.id)}
            onChange={(quantity) =>
              onChange({
                ...form,
                quantities: { ...form.quantities, [item.id]: quantity },
              })
            }
          />
        ))}
        {order.shipping_methods.map(({ id, name }) => (
          <ReleaseShippingRow
            key={id}
            name={name}
            isChosen={form.shipping[id] ?? false}
            amount={amountOf(id)}
            currency={currency}
            error={errorOf(id)}
            onChange={(isChosen) =>
              onChange({
                ...form,
                shipping: { ...form.shipping, [id]: isChosen },
              })
            }
          />
        ))}
      </div>
    </section>
  )
}
