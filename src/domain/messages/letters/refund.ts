import { equal, isZero } from "../../money/decimal-math"
import type { RefundMessage } from "../messages"
import type { LetterContent, Pen } from "../write-letter"
import {
  linesOf,
  noteOf,
  paragraph,
  referencesOf,
  valuesOf,
  whenAndHow,
} from "./refund-parts"

/** A refund that the payment provider took, and that has not ended. */
export function refundOnItsWay(data: RefundMessage, pen: Pen): LetterContent {
  const { texts, fill } = pen
  const values = valuesOf(data, pen)
  return {
    subject: fill(texts.refund.on_its_way_subject, values),
    blocks: [
      paragraph(fill(texts.refund.on_its_way, values)),
      ...whenAndHow(data, pen),
      ...linesOf(data, pen),
      ...noteOf(data, pen),
    ],
  }
}

/** A refund that is paid. */
export function refundSucceeded(data: RefundMessage, pen: Pen): LetterContent {
  const { texts, fill } = pen
  const values = valuesOf(data, pen)
  const isWhole = equal(data.paid_another_way, data.amount)
  const [subject, text] = isZero(data.paid_another_way)
    ? [texts.refund.succeeded_subject, texts.refund.succeeded]
    : isWhole
      ? [texts.refund.another_way_subject, texts.refund.another_way]
      : [texts.refund.succeeded_subject, texts.refund.partly_another_way]
  return {
    subject: fill(subject, values),
    blocks: [
      paragraph(fill(text, values)),
      ...(isWhole ? [] : whenAndHow(data, pen)),
      ...linesOf(data, pen),
      ...noteOf(data, pen),
      ...referencesOf(data, pen),
    ],
  }
}

/** A refund that did not reach the customer, in whole or in part. */
export function refundFailed(data: RefundMessage, pen: Pen): LetterContent {
  const { texts, format, fill } = pen
  const values = valuesOf(data, pen)
  const part = !equal(data.failed, data.amount)
  return {
    subject: fill(texts.refund.failed_subject, {
      ...values,
      amount: part ? values.failed : values.amount,
    }),
    blocks: [
      paragraph(
        fill(part ? texts.refund.failed_part : texts.refund.failed, values)
      ),
      ...(data.told_succeeded_at
        ? [
            paragraph(
              fill(texts.refund.failed_after_success, {
                date: format.date(data.told_succeeded_at),
              })
            ),
          ]
        : []),
      paragraph(fill(texts.refund.failed_next, values)),
      ...linesOf(data, pen),
    ],
  }
}

/** A refund that the customer was told of, and that was taken back. */
export function refundWithdrawn(data: RefundMessage, pen: Pen): LetterContent {
  const { texts, fill } = pen
  const values = valuesOf(data, pen)
  return {
    subject: fill(texts.refund.withdrawn_subject, values),
    blocks: [
      paragraph(fill(texts.refund.withdrawn, values)),
      ...linesOf(data, pen),
      ...noteOf(data, pen),
    ],
  }
}
