/** A day in the customer's language and time zone. */
export const formatDate = (iso: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: "long" }).format(new Date(iso))

/** A moment, to the second and with its time zone: what a receipt has to say. */
export const formatMoment = (iso: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, {
    dateStyle: "long",
    timeStyle: "long",
  }).format(new Date(iso))

/**
 * The last day on which something is possible.
 *
 * @param end the first moment at which it is too late: midnight, of the day after
 */
export const formatLastDay = (end: string, locale: string): string =>
  formatDate(new Date(new Date(end).getTime() - 1).toISOString(), locale)
