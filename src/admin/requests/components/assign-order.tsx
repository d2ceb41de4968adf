import { Button, Hint, Input, InlineTip, Label } from "@medusajs/ui"
import { useId, useState } from "react"
import { useTranslation } from "react-i18next"
import { FieldError } from "../../components/field-error"
import type { RequestActions } from "../hooks/use-request-action"
import { findOrderId } from "../lib/find-order"

/** Which order a withdrawal is of, whose number was mistyped. */
export function AssignOrder({ action }: { action: RequestActions }) {
  const { t } = useTranslation()
  const id = useId()
  const [typed, setTyped] = useState("")
  const [isSearching, setSearching] = useState(false)
  const [error, setError] = useState<string>()
  const isBusy = isSearching || action.isPending
  const assign = async () => {
    if (isBusy) {
      return
    }
    action.reset()
    setSearching(true)
    try {
      const order_id = typed.trim() ? await findOrderId(typed) : null
      if (order_id) {
        await action.send({ action: "assign", body: { order_id } })
      } else {
        setError(t("refundRequests.error.order_not_found"))
      }
    } catch {
      setError(t("refundRequests.error.lost"))
    } finally {
      setSearching(false)
    }
  }
  return (
    <form
      className="flex flex-col gap-y-2"
      onSubmit={(event) => {
        event.preventDefault()
        void assign()
      }}
    >
      <InlineTip label={t("refundRequests.assign.tip")} variant="warning">
        {t("refundRequests.assign.text")}
      </InlineTip>
      <Label htmlFor={id} size="small" weight="plus">
        {t("refundRequests.assign.label")}
      </Label>
      <div className="flex gap-x-2">
        <Input
          id={id}
          size="small"
          autoComplete="off"
          maxLength={255}
          aria-invalid={Boolean(error)}
          aria-describedby={`${id}-${error ? "error" : "hint"}`}
          value={typed}
          onChange={({ target }) => {
            setError(undefined)
            setTyped(target.value)
          }}
        />
        <Button
          type="submit"
          size="small"
          variant="secondary"
          disabled={!typed.trim()}
          isLoading={isBusy}
        >
          {t("refundRequests.assign.submit")}
        </Button>
      </div>
      <FieldError id={`${id}-error`} message={error} />
      {!error && (
        <Hint id={`${id}-hint`}>{t("refundRequests.assign.hint")}</Hint>
      )}
    </form>
  )
}
