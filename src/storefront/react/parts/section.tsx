import { useId, type ReactNode } from "react"
import { useRefunds } from "../provider/refunds-context"

/** A part of the page with a heading, which names it for screen readers. */
export function Section({
  title,
  name,
  children,
}: {
  title: string
  /** For style sheets: `[data-refunds="timeline"]`. */
  name: string
  children: ReactNode
}) {
  const { classNames } = useRefunds()
  const heading = useId()
  return (
    <section
      aria-labelledby={heading}
      data-refunds={name}
      className={classNames.section}
    >
      <h2 id={heading} className={classNames.heading}>
        {title}
      </h2>
      {children}
    </section>
  )
}
