import { isRefusal } from "./admin-api-error"

/**
 * The server's words where it refused; a broken connection or a broken server
 * has none for the merchant, and the given text stands for them.
 */
export const refusalOr = (text: string, error: Error): string =>
  isRefusal(error) ? error.message : text
