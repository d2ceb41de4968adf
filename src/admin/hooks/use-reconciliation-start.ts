import { toast } from "@medusajs/ui"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import type { AdminRefundReconciliationResponse } from "../../types"
import { adminApi } from "../lib/admin-api"
import { refusalOr } from "../lib/reconciliation-error"
import { reconciliationsKey } from "../lib/reconciliation-keys"

/** Starts a run. Until the list shows it, the start counts as pending. */
export function useReconciliationStart(onStarted: () => void) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: () =>
      adminApi<AdminRefundReconciliationResponse>(
        "/admin/refund-reconciliations",
        { method: "POST", body: {} }
      ),
    onSuccess: onStarted,
    onError: (error) => {
      toast.error(refusalOr(t("refundReconciliation.startFailed"), error))
    },
    onSettled: () =>
      queryClient.invalidateQueries({ queryKey: reconciliationsKey }),
  })
}
