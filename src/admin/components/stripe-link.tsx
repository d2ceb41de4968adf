import { ArrowUpRightOnBox } from "@medusajs/icons"
import type { ReactNode } from "react"

type Props = {
  href: string
  /** Its accessible name: several links on a page say the same. */
  label: string
  children: ReactNode
}

/** A way into the Stripe Dashboard. */
export const StripeLink = ({ href, label, children }: Props) => (
  <a
    className="text-ui-fg-interactive txt-compact-xsmall inline-flex items-center gap-x-1 self-start"
    href={href}
    target="_blank"
    rel="noreferrer"
    aria-label={label}
  >
    {children}
    <ArrowUpRightOnBox aria-hidden />
  </a>
)
