import type { Decimal } from "../../money/exact-decimal"
import { fromMinorUnits } from "../../money/money"
import { shownDecimal } from "../../money/noise"
import type { OrderRefundRecord } from "../refund-records"

/** What is younger may still be on its way: nobody has to look at it. */
export const GRACE_MS = 60_000

export const money = (amount: Decimal, currencyCode: string): string =>
  `${currencyCode.toUpperCase()} ${shownDecimal(amount)}`

export const minorMoney = (minor: bigint, currencyCode: string): string =>
  money(fromMinorUnits(minor, currencyCode), currencyCode)

export const named = ({
  display_id,
  id,
}: Pick<OrderRefundRecord, "display_id" | "id">): string =>
  `refund #${display_id} (${id})`
