export { checkBooks } from "./check-books"
export type { CheckBooksInput, CheckedOrder } from "./check-books"
