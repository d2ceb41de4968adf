import { InlineTip } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type {
  AdminRefundRequestProposalResponse,
  RefundRequestDTO,
} from "../../../types"
import { changedTexts, feeTexts } from "../lib/proposal-text"

type Props = {
  proposal: AdminRefundRequestProposalResponse["proposal"]
  request: RefundRequestDTO
  currency: string
}

/** Where the proposal is not what was asked for, and why. */
export function ProposalNotes({ proposal, request, currency }: Props) {
  const { t } = useTranslation()
  const changed = changedTexts(proposal, request, t)
  const fees = feeTexts(proposal, currency, t)
  return (
    <>
      {changed.length > 0 && (
        <InlineTip
          variant="warning"
          label={t("refundRequests.approve.changedTitle")}
        >
          {changed.join(" ")}
        </InlineTip>
      )}
      {fees.length > 0 && (
        <InlineTip label={t("refundRequests.approve.fee.title")}>
          {fees.join(" ")}
        </InlineTip>
      )}
    </>
  )
}
