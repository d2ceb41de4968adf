import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import type { AdminRefundCheckResponse, RefundCheckFinding } from "../../types"
import { adminApi } from "../lib/admin-api"
import { stripeEventsKey } from "../lib/reconciliation-keys"

export type RefundCheck = { orders: number; findings: RefundCheckFinding[] }

/**
 * Checks the books of the whole store. The server answers for some orders at a
 * time, so this asks until it says that there is no more.
 */
export function useRefundCheck() {
  const queryClient = useQueryClient()
  const [check, setCheck] = useState<RefundCheck | null>(null)
  const mutation = useMutation({
    mutationFn: async (repair: boolean) => {
      let sum: RefundCheck = { orders: 0, findings: [] }
      setCheck(sum)
      for (let after: string | null | undefined; after !== null;) {
        const part: AdminRefundCheckResponse["refund_check"] = await ask({
          repair,
          ...(after ? { after } : {}),
        })
        sum = {
          orders: sum.orders + part.orders,
          findings: [...sum.findings, ...part.findings],
        }
        setCheck(sum)
        after = part.next
      }
      return sum
    },
    onSettled: () =>
      queryClient.invalidateQueries({ queryKey: stripeEventsKey }),
  })
  return { ...mutation, check }
}

async function ask(body: object) {
  const { data } = await adminApi<AdminRefundCheckResponse>(
    "/admin/refund-checks",
    { method: "POST", body }
  )
  return data.refund_check
}
