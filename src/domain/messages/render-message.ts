import type { Letter } from "./letter"
import { letterHtml } from "./letter-html"
import { letterText } from "./letter-text"
import { accessLink } from "./letters/access-link"
import { paymentLinkOfEdit } from "./letters/payment-link"
import {
  refundFailed,
  refundOnItsWay,
  refundSucceeded,
  refundWithdrawn,
} from "./letters/refund"
import {
  requestApproved,
  requestDeclined,
  requestQuestion,
  requestReceived,
} from "./letters/request"
import { withdrawalAcknowledged, withdrawalInvalid } from "./letters/withdrawal"
import type { Message, RenderedMessage } from "./messages"
import { writeLetter } from "./write-letter"

/**
 * Writes a message in the language of a locale: a subject, plain text and HTML. The
 * same message and locale give the same text, whenever they are rendered.
 *
 * @param locale `de`, `de-AT`; a language that no text is in is written to in English
 * @example
 * renderMessage({ template: "refund.succeeded", data }, "de-AT").subject
 * // "Wir haben Ihnen 30,00 € erstattet"
 */
export function renderMessage(
  message: Message,
  locale: string
): RenderedMessage {
  const letter = letterOf(message, locale)
  return {
    subject: letter.subject,
    text: letterText(letter),
    html: letterHtml(letter),
  }
}

function letterOf(message: Message, locale: string): Letter {
  switch (message.template) {
    case "refund.on-its-way":
      return writeLetter(message.data, locale, refundOnItsWay)
    case "refund.succeeded":
      return writeLetter(message.data, locale, refundSucceeded)
    case "refund.failed":
      return writeLetter(message.data, locale, refundFailed)
    case "refund.withdrawn":
      return writeLetter(message.data, locale, refundWithdrawn)
    case "order-edit.payment-link":
      return writeLetter(message.data, locale, paymentLinkOfEdit)
    case "refund-request.received":
      return writeLetter(message.data, locale, requestReceived)
    case "refund-request.approved":
      return writeLetter(message.data, locale, requestApproved)
    case "refund-request.declined":
      return writeLetter(message.data, locale, requestDeclined)
    case "refund-request.question":
      return writeLetter(message.data, locale, requestQuestion)
    case "withdrawal.acknowledged":
      return writeLetter(message.data, locale, withdrawalAcknowledged)
    case "withdrawal.invalid":
      return writeLetter(message.data, locale, withdrawalInvalid)
    case "refund-access.link":
      return writeLetter(message.data, locale, accessLink)
  }
}
