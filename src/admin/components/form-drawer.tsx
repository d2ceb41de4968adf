import { Drawer } from "@medusajs/ui"
import type { ReactNode, RefObject } from "react"

type Props = {
  open: boolean
  /** Closed meanwhile, nobody would see that the request was refused. */
  isSending: boolean
  onClose: () => void
  /** What opened the drawer gets the focus back. */
  opener: RefObject<HTMLElement | null>
  /** A new form every time the drawer opens. */
  children: ReactNode
}

/** A drawer with a form in it. */
export const FormDrawer = (props: Props) => (
  <Drawer
    open={props.open}
    onOpenChange={(next) => !next && !props.isSending && props.onClose()}
  >
    <Drawer.Content
      onCloseAutoFocus={(event) => {
        event.preventDefault()
        props.opener.current?.focus()
      }}
    >
      {props.open && props.children}
    </Drawer.Content>
  </Drawer>
)
