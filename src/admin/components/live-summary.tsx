import { InlineTip, Text, clx } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"

type Props = {
  warnings: { code: string; message: string }[]
  /** Whether the preview shown is not of what is entered now. */
  isStale: boolean
  /** What to say while there is no preview. */
  missing: string
  /** Whether that is an error. */
  isError: boolean
  /** The preview in words; null while there is none. */
  children: ReactNode
}

/** The server's preview at the foot of a drawer, read aloud when it changes. */
export function LiveSummary(props: Props) {
  const { warnings, isStale, missing, isError, children } = props
  const { t } = useTranslation()
  return (
    <div className={clx("flex flex-col gap-y-1", { "opacity-50": isStale })}>
      {warnings.map(({ code, message }) => (
        <InlineTip
          key={code}
          label={t("refunds.drawer.warning")}
          variant="warning"
          className="mb-2"
        >
          {message}
        </InlineTip>
      ))}
      {/* Always the same element: a live region that comes with its text is not read. */}
      <div aria-live="polite" aria-atomic aria-busy={isStale}>
        {children ?? (
          <Text
            size="small"
            className={isError ? "text-ui-fg-error" : "text-ui-fg-subtle"}
          >
            {missing}
          </Text>
        )}
      </div>
    </div>
  )
}
