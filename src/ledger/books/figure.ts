import { BigNumber, MathBN } from "@medusajs/framework/utils"
import type { Decimal } from "../../domain"

/** As many digits Medusa keeps of an amount. */
const PRECISION = BigNumber.DEFAULT_PRECISION

/** An amount as Medusa stores it: a number, and beside it the exact digits. */
export function figure(amount: Decimal) {
  const { numeric, raw } = new BigNumber(amount)
  return {
    plain: numeric,
    raw: {
      value: MathBN.convert(raw?.value ?? 0).toFixed(),
      precision: PRECISION,
    },
  }
}
