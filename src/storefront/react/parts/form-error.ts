/** A form is not filled in; the message says what is missing. */
export class FormError extends Error {
  override readonly name = "FormError"
}
