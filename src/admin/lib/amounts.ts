import type { OrderRefundDTO } from "../../types"

const digitsOf = (amount: string): number => amount.split(".")[1]?.length ?? 0

/** An amount from the server as an integer of its last decimal. */
function unitsAt(amount: string, digits: number): bigint {
  const [whole = "0", fraction = ""] = amount.split(".")
  return BigInt(`${whole}${fraction.padEnd(digits, "0")}`)
}

/** The sum of amounts that are not negative, with all their decimals. */
export function sumOf(amounts: string[]): string {
  const digits = Math.max(0, ...amounts.map(digitsOf))
  const text = amounts
    .reduce((sum, amount) => sum + unitsAt(amount, digits), BigInt(0))
    .toString()
    .padStart(digits + 1, "0")
  const whole = text.slice(0, text.length - digits)
  return digits ? `${whole}.${text.slice(-digits)}` : whole
}

/** What of a refund belongs to no item, shipping method or extra amount yet. */
export const unallocatedOf = ({
  lines,
}: Pick<OrderRefundDTO, "lines">): string =>
  sumOf(
    lines
      .filter(({ kind }) => kind === "unallocated")
      .map(({ amount }) => amount)
  )
