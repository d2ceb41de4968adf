import { defineRouteConfig } from "@medusajs/admin-sdk"
import { useRef, useState } from "react"
import { useTranslation } from "react-i18next"
import { ReconciliationDrawer } from "../../components/reconciliation-drawer"
import { ReconciliationHeader } from "../../components/reconciliation-header"
import { ReconciliationRuns } from "../../components/reconciliation-runs"
import { RefundCheckSection } from "../../components/refund-check-section"
import { StripeEventSection } from "../../components/stripe-event-section"
import { useReconciliations } from "../../hooks/use-reconciliations"

/** The comparisons of the store with Stripe, and what they found. */
const RefundReconciliationsPage = () => {
  const [page, setPage] = useState(0)
  const [openId, setOpenId] = useState<string | null>(null)
  const opener = useRef<HTMLButtonElement | null>(null)
  const top = useRef<HTMLDivElement>(null)
  // A run that is on its way is on the first page, whichever is shown.
  const { data: newest } = useReconciliations(0)
  return (
    <div className="flex flex-col gap-y-3">
      <ReconciliationHeader
        top={top}
        latest={newest?.refund_reconciliations[0]}
        onStarted={() => setPage(0)}
      />
      <StripeEventSection top={top} />
      <RefundCheckSection />
      <ReconciliationRuns
        page={page}
        onPage={setPage}
        onOpen={(id, button) => {
          opener.current = button
          setOpenId(id)
        }}
      />
      <ReconciliationDrawer
        id={openId}
        onClose={() => setOpenId(null)}
        opener={opener}
      />
    </div>
  )
}

function Breadcrumb() {
  const { t } = useTranslation()
  return <>{t("refundReconciliation.menu")}</>
}

export const handle = { breadcrumb: () => <Breadcrumb /> }

export const config = defineRouteConfig({
  label: "refundReconciliation.menu",
  translationNs: "translation",
  nested: "/orders",
})

export default RefundReconciliationsPage
