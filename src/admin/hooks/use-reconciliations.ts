import { keepPreviousData, useQuery } from "@tanstack/react-query"
import type {
  AdminRefundReconciliationListResponse,
  AdminRefundReconciliationResponse,
} from "../../types"
import { adminApi } from "../lib/admin-api"
import {
  reconciliationKey,
  reconciliationListKey,
} from "../lib/reconciliation-keys"
import { listPollInterval, runPollInterval } from "../lib/reconciliation-status"

export const RUNS_PER_PAGE = 20

/** The runs from one on, the newest first. */
export const useReconciliations = (offset: number) =>
  useQuery({
    queryKey: reconciliationListKey(offset),
    queryFn: async ({ signal }) => {
      const { data } = await adminApi<AdminRefundReconciliationListResponse>(
        `/admin/refund-reconciliations?limit=${RUNS_PER_PAGE}&offset=${offset}`,
        { signal }
      )
      return data
    },
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) =>
      listPollInterval(state.data?.refund_reconciliations ?? []),
  })

/** One run with its entries. */
export const useReconciliation = (id: string) =>
  useQuery({
    queryKey: reconciliationKey(id),
    queryFn: async ({ signal }) => {
      const { data } = await adminApi<AdminRefundReconciliationResponse>(
        `/admin/refund-reconciliations/${id}`,
        { signal }
      )
      return data.refund_reconciliation
    },
    refetchInterval: ({ state }) => runPollInterval(state.data),
    // A run that was on its way when it was last seen may be finished.
    staleTime: 0,
  })
