import { Button, Drawer } from "@medusajs/ui"
import type { KeyboardEvent, ReactNode } from "react"
import { useTranslation } from "react-i18next"

type Props = {
  title: string
  description: string
  /** The description is for screen readers only, unless it says something new. */
  showDescription?: boolean
  children: ReactNode
  /** What the form comes to, always in view. */
  summary?: ReactNode
  submitText: string
  canSubmit: boolean
  isSending: boolean
  onSubmit: () => void
  /** Of a form that took the place of something else in its drawer: the way back. */
  onBack?: () => void
}

/** The frame of a form in a drawer: its title, its summary and its buttons. */
export function DrawerForm(props: Props) {
  const { t } = useTranslation()
  return (
    <form
      className="flex h-full flex-col overflow-hidden"
      onSubmit={(event) => {
        event.preventDefault()
        props.onSubmit()
      }}
      onKeyDown={onlyWithModifier(props.onSubmit)}
    >
      <Drawer.Header>
        <Drawer.Title>{props.title}</Drawer.Title>
        <Drawer.Description
          className={props.showDescription ? undefined : "sr-only"}
        >
          {props.description}
        </Drawer.Description>
      </Drawer.Header>
      <Drawer.Body className="flex flex-1 flex-col gap-y-6 overflow-auto">
        {props.children}
      </Drawer.Body>
      {props.summary && (
        <div className="border-ui-border-base border-t px-6 py-4">
          {props.summary}
        </div>
      )}
      <Drawer.Footer>
        {props.onBack ? (
          <Button
            type="button"
            size="small"
            variant="secondary"
            disabled={props.isSending}
            onClick={props.onBack}
          >
            {t("refunds.action.back")}
          </Button>
        ) : (
          <Drawer.Close asChild>
            <Button
              type="button"
              size="small"
              variant="secondary"
              disabled={props.isSending}
            >
              {t("refunds.drawer.cancel")}
            </Button>
          </Drawer.Close>
        )}
        <Button
          type="submit"
          size="small"
          disabled={!props.canSubmit}
          isLoading={props.isSending}
        >
          {props.submitText}
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
