import { Input } from "@medusajs/ui"
import { useEffect, useRef, useState } from "react"
import { useTranslation } from "react-i18next"
import { useDebounced } from "../../hooks/use-debounced"

type Props = { q: string; onChange: (q: string) => void }

/** Words to search for; the server is asked once the typing pauses. */
export function SearchField({ q, onChange }: Props) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState(q)
  const settled = useDebounced(typed.trim())
  /** What the address has from here, and not from a link. */
  const sent = useRef(q)
  useEffect(() => {
    if (settled !== sent.current) {
      sent.current = settled
      onChange(settled)
    }
    // Only typing asks, and not what else changes `onChange`.
  }, [settled])
  useEffect(() => {
    if (q !== sent.current) {
      sent.current = q
      setTyped(q)
    }
  }, [q])
  return (
    <div className="grow" style={{ flexBasis: "16rem" }}>
      <Input
        type="search"
        size="small"
        autoComplete="off"
        maxLength={320}
        aria-label={t("refundRequests.filter.search")}
        placeholder={t("refundRequests.filter.search")}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
    </div>
  )
}
