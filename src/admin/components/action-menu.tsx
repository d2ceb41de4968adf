import {
  ArrowPath,
  ArrowUturnLeft,
  Cash,
  EllipsisHorizontal,
  ListBullet,
  QuestionMarkCircle,
  XCircle,
} from "@medusajs/icons"
import { DropdownMenu, IconButton } from "@medusajs/ui"
import type { RefObject } from "react"
import { useTranslation } from "react-i18next"
import type { OrderRefundAction } from "../../types"

const ICONS: Record<OrderRefundAction, typeof ArrowPath> = {
  retry: ArrowPath,
  settle: Cash,
  withdraw: ArrowUturnLeft,
  cancel: XCircle,
  assign: ListBullet,
  resolve: QuestionMarkCircle,
}

type Props = {
  button: RefObject<HTMLButtonElement>
  label: string
  actions: OrderRefundAction[]
  disabled: boolean
  onChoose: (action: OrderRefundAction) => void
}

/** The three dots of a refund, with what can be done with it. */
export function ActionMenu(props: Props) {
  const { t } = useTranslation()
  return props.actions.length ? (
    <DropdownMenu>
      <DropdownMenu.Trigger asChild disabled={props.disabled}>
        <IconButton
          ref={props.button}
          type="button"
          size="small"
          variant="transparent"
          aria-label={props.label}
        >
          <EllipsisHorizontal aria-hidden />
        </IconButton>
      </DropdownMenu.Trigger>
      <DropdownMenu.Content align="end">
        {props.actions.map((action) => {
          const Icon = ICONS[action]
          return (
            <DropdownMenu.Item
              key={action}
              className="gap-x-2"
              onSelect={() => props.onChoose(action)}
            >
              <Icon className="text-ui-fg-subtle" aria-hidden />
              {t(`refunds.action.${action}.item`)}
            </DropdownMenu.Item>
          )
        })}
      </DropdownMenu.Content>
    </DropdownMenu>
  ) : null
}
