import type {
  AdminRefundRequestProposalResponse,
  RefundRequestDTO,
} from "../../../types"
import { formatMoney, isAboveZero } from "../../lib/format-money"
import type { CountingTranslate } from "./translate"

type Proposal = AdminRefundRequestProposalResponse["proposal"]

/** What can no longer be refunded as it was asked for, one sentence per item. */
export const changedTexts = (
  { changed }: Pick<Proposal, "changed">,
  { lines }: Pick<RefundRequestDTO, "lines">,
  t: CountingTranslate
): string[] =>
  changed.map(({ item_id, asked, left }) => {
    const title =
      lines.find((line) => line.item_id === item_id)?.title ?? item_id
    return left > 0
      ? t("refundRequests.approve.changed", { title, asked, left })
      : t("refundRequests.approve.gone", { title, asked })
  })

/** What the shop's policy keeps; nothing where it keeps nothing. */
export function feeTexts(
  { fees }: Pick<Proposal, "fees">,
  currency: string,
  t: CountingTranslate
): string[] {
  const kinds = ["restocking", "return"] as const
  return fees
    ? kinds
        .filter((kind) => isAboveZero(fees[kind]))
        .map((kind) =>
          t(`refundRequests.approve.fee.${kind}`, {
            amount: formatMoney(fees[kind], currency),
          })
        )
    : []
}
