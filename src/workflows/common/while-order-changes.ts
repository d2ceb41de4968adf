import { refundError } from "./refund-error"

/**
 * Tries until nothing of the order changed between reading and writing.
 *
 * @param attempt reads everything again; null when it was overtaken
 * @throws refund_in_progress when that goes on
 */
export async function whileOrderChanges<Result>(
  orderId: string,
  tries: number,
  attempt: () => Promise<Result | null>
): Promise<Result> {
  for (let count = 1; count <= tries; count++) {
    const result = await attempt()
    if (result !== null) {
      return result
    }
  }
  throw refundError({
    code: "refund_in_progress",
    message: `Refunds of ${orderId} keep changing. Try again in a moment.`,
  })
}
