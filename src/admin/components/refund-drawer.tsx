import { Alert, Button, Drawer, Text } from "@medusajs/ui"
import {
  useEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type RefObject,
} from "react"
import { useTranslation } from "react-i18next"
import type { AdminOrderRefundsResponse } from "../../types"
import { useOrderItems } from "../hooks/use-order-lines"
import { useRefundPlan } from "../hooks/use-refund-plan"
import { useRefundSubmission } from "../hooks/use-refund-submission"
import { AdminApiError } from "../lib/admin-api-error"
import { errorTarget, messageFor, type ErrorTarget } from "../lib/error-target"
import { formatMoney } from "../lib/format-money"
import {
  emptyForm,
  everythingLeft,
  isEmptyRequest,
  NO_ITEM,
  NO_SHIPPING,
  toPlanRequest,
  type RefundForm,
} from "../lib/refund-form"
import { AboutFields } from "./about-fields"
import { ExtraAmountFields } from "./extra-amount-fields"
import { ItemRow } from "./item-row"
import { PaymentsFields } from "./payments-fields"
import { PlanSummary } from "./plan-summary"
import { ShippingRow } from "./shipping-row"

type Props = {
  orderId: string
  refunds: AdminOrderRefundsResponse
  open: boolean
  onClose: () => void
  /** What opened the drawer gets the focus back. */
  opener: RefObject<HTMLButtonElement>
}

/** Where the merchant says what goes back, and sees what that comes to. */
export function RefundDrawer(props: Props) {
  const { orderId, refunds, open, onClose, opener } = props
  return (
    <Drawer open={open} onOpenChange={(next) => !next && onClose()}>
      <Drawer.Content
        onCloseAutoFocus={(event) => {
          event.preventDefault()
          opener.current?.focus()
        }}
      >
        {open && (
          <RefundForm orderId={orderId} refunds={refunds} onDone={onClose} />
        )}
      </Drawer.Content>
    </Drawer>
  )
}

type FormProps = {
  orderId: string
  refunds: AdminOrderRefundsResponse
  onDone: () => void
}

function RefundForm({ orderId, refunds, onDone }: FormProps) {
  const { t } = useTranslation()
  const [form, setForm] = useState<RefundForm>(emptyForm)
  const { data: details = [] } = useOrderItems(orderId)
  const request = toPlanRequest(form)
  const { plan, isCurrent, error, refetch } = useRefundPlan(orderId, request)
  const submission = useRefundSubmission(orderId, {
    onDone,
    onPlanChanged: () => void refetch(),
  })
  const change = (patch: Partial<RefundForm>) => {
    submission.reset()
    setForm((current) => ({ ...current, ...patch }))
  }
  const currency = refunds.summary.currency_code
  const shown = submission.error ?? error
  const target =
    shown instanceof AdminApiError ? errorTarget(shown.body, request) : null
  const messageOf = (kind: NonNullable<ErrorTarget>["kind"], id?: string) =>
    messageFor(target, shown?.message, kind, id)
  const canSubmit = Boolean(plan && isCurrent && !submission.isPending)
  const submit = () => {
    if (plan && canSubmit) {
      void submission.submit(form, plan)
    }
  }

  return (
    <form
      className="flex h-full flex-col overflow-hidden"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
      onKeyDown={onlyWithModifier(submit)}
    >
      <Drawer.Header>
        <Drawer.Title>{t("refunds.drawer.title")}</Drawer.Title>
        <Drawer.Description className="sr-only">
          {t("refunds.drawer.description")}
        </Drawer.Description>
      </Drawer.Header>
      <Drawer.Body className="flex flex-1 flex-col gap-y-6 overflow-auto">
        {shown && !target && (
          <FormError message={errorText(shown, Boolean(submission.error), t)} />
        )}
        <section>
          <div className="flex items-center justify-between">
            <Text size="small" weight="plus">
              {t("refunds.drawer.items")}
            </Text>
            <div className="flex gap-x-2">
              <Button
                type="button"
                size="small"
                variant="transparent"
                onClick={() => change(everythingLeft(form, refunds))}
              >
                {t("refunds.drawer.everything")}
              </Button>
              <Button
                type="button"
                size="small"
                variant="transparent"
                onClick={() => change(emptyForm())}
              >
                {t("refunds.drawer.clear")}
              </Button>
            </div>
          </div>
          <div className="divide-y">
            {refunds.items.map((item) => (
              <ItemRow
                key={item.item_id}
                item={item}
                details={details.find(({ id }) => id === item.item_id)}
                currency={currency}
                entry={form.items[item.item_id] ?? NO_ITEM}
                error={messageOf("item", item.item_id)}
                onChange={(entry) =>
                  change({
                    everything: false,
                    items: { ...form.items, [item.item_id]: entry },
                  })
                }
              />
            ))}
          </div>
        </section>
        {refunds.shipping.length > 0 && (
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
                    currency={currency}
                    entry={form.shipping[id] ?? NO_SHIPPING}
                    error={messageOf("shipping", id)}
                    onChange={(entry) =>
                      change({
                        everything: false,
                        shipping: { ...form.shipping, [id]: entry },
                      })
                    }
                  />
                )
              })}
            </div>
          </section>
        )}
        <ExtraAmountFields
          value={form.adjustment}
          amountError={messageOf("adjustment_amount")}
          descriptionError={messageOf("adjustment_description")}
          onChange={(adjustment) => change({ adjustment })}
        />
        {refunds.payments.length > 1 && (
          <PaymentsFields
            payments={refunds.payments}
            currency={currency}
            value={form.payments}
            error={messageOf("payments")}
            onChange={(payments) => change({ payments })}
          />
        )}
        <AboutFields form={form} onChange={change} />
      </Drawer.Body>
      <div className="border-ui-border-base border-t px-6 py-4">
        <PlanSummary
          plan={plan}
          isCurrent={isCurrent}
          isEmpty={isEmptyRequest(request)}
        />
      </div>
      <Drawer.Footer>
        <Drawer.Close asChild>
          <Button type="button" size="small" variant="secondary">
            {t("refunds.drawer.cancel")}
          </Button>
        </Drawer.Close>
        <Button
          type="submit"
          size="small"
          disabled={!canSubmit}
          isLoading={submission.isPending}
        >
          {plan
            ? t("refunds.drawer.submit", {
                amount: formatMoney(plan.amount, currency),
              })
            : t("refunds.drawer.submitEmpty")}
        </Button>
      </Drawer.Footer>
    </form>
  )
}

/** As in the dashboard: Enter alone never moves money, Ctrl or Cmd with it does. */
const onlyWithModifier =
  (submit: () => void) => (event: KeyboardEvent<HTMLFormElement>) => {
    const inField = event.target instanceof HTMLInputElement
    if (event.key !== "Enter") {
      return
    }
    if (event.metaKey || event.ctrlKey) {
      event.preventDefault()
      submit()
    } else if (inField) {
      event.preventDefault()
    }
  }

function errorText(
  error: Error,
  wasSent: boolean,
  t: (key: string) => string
): string {
  if (!(error instanceof AdminApiError) || error.status >= 500) {
    return t(wasSent ? "refunds.drawer.lost" : "refunds.drawer.noPreview")
  }
  return error.body.code === "plan_changed"
    ? t("refunds.drawer.changed")
    : error.message
}

/** An error that belongs to no single field; it takes the focus. */
function FormError({ message }: { message: string }) {
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => ref.current?.focus(), [message])
  return (
    <div ref={ref} tabIndex={-1} role="alert">
      <Alert variant="error">{message}</Alert>
    </div>
  )
}
