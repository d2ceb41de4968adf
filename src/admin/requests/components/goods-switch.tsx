import { Hint, Label, Switch } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"
import type { RefundRequestDTO } from "../../../types"
import type { RequestActions } from "../hooks/use-request-action"
import { isUndecided } from "../lib/request-status"

type Props = { request: RefundRequestDTO; action: RequestActions }

/** Whether the shop holds the money of a withdrawal back until the goods come. */
export function GoodsSwitch({ request, action }: Props) {
  const { t } = useTranslation()
  const id = useId()
  return request.kind === "withdrawal" && isUndecided(request) ? (
    <div className="flex items-start gap-x-3">
      <Switch
        id={id}
        size="small"
        className="mt-0.5 shrink-0"
        aria-describedby={`${id}-hint`}
        checked={request.waits_for_goods}
        // Disabled it would lose the focus of whoever has just pressed it.
        aria-disabled={action.isPending}
        onCheckedChange={(waits_for_goods) => {
          action.reset()
          void action.send({ action: "goods", body: { waits_for_goods } })
        }}
      />
      <div className="flex flex-col">
        <Label htmlFor={id} size="small" weight="plus">
          {t("refundRequests.goods.label")}
        </Label>
        <Hint id={`${id}-hint`}>{t("refundRequests.goods.hint")}</Hint>
      </div>
    </div>
  ) : null
}
