import { Text } from "@medusajs/ui"
import type { ReactNode } from "react"

type Props = {
  title: string
  subtitle?: string
  thumbnail?: string | null
  /** At the end of the first line. */
  children: ReactNode
}

/** One product in a drawer: its picture, what it is called, and a control. */
export const LineFrame = (props: Props) => (
  <div className="flex items-center gap-x-3">
    {props.thumbnail && (
      <img
        src={props.thumbnail}
        alt=""
        className="bg-ui-bg-component size-9 rounded object-cover"
      />
    )}
    <div className="min-w-0 flex-1">
      <Text size="small" weight="plus" className="truncate">
        {props.title}
      </Text>
      {props.subtitle && (
        <Text size="xsmall" className="text-ui-fg-subtle truncate">
          {props.subtitle}
        </Text>
      )}
    </div>
    {props.children}
  </div>
)
