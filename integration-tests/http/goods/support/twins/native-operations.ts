import type { Operation } from "../walk/walker"

/** Shipped units that are not on their way back. */
const outside = ({
  shipped,
  returned,
}: {
  shipped: number
  returned: number
}) => shipped - returned

const exchange: Operation = ({ story, lines }, { line, size }) => {
  const index = line % lines.length
  return lines[index] && outside(lines[index]) > 0
    ? () =>
        story.exchange({ [index]: 1 }, [
          { quantity: 1, unit_price: 1 + (size % 30) },
        ])
    : null
}

const claim: Operation = ({ story, lines }, { line, size }) => {
  const index = line % lines.length
  if (!lines[index] || outside(lines[index]) <= 0) {
    return null
  }
  return size % 2
    ? () => story.claim("refund", { [index]: 1 }, { [index]: 1 })
    : () =>
        story.claim("replace", { [index]: 1 }, {}, [
          { quantity: 1, unit_price: 0 },
        ])
}

/**
 * What only Medusa does; whatever it refuses, it refuses for both twins. Without an
 * edit that fails late: the discounts that it leaves behind (`medusa-faults`) make
 * Medusa's total another than the one it has stored, and only we put that right.
 */
export const NATIVE_OPERATIONS: Record<string, Operation> = {
  exchange,
  claim,
  "refund in Medusa": ({ story, overview }, { size }) =>
    Number(overview.summary.refundable) > 0
      ? () => story.refundNatively(1 + (size % 3))
      : null,
  "credit in Medusa":
    ({ story }, { size }) =>
    () =>
      story.credit(1 + (size % 2)),
  "cancel the order": ({ story }, { size }) =>
    size % 4 === 0 ? () => story.cancelOrder() : null,
}
