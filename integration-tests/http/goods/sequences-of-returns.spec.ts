import { refundThenReturn } from "./support/sequences/refund-then-return"
import { returnThenRefund } from "./support/sequences/return-then-refund"
import { taxesAndCurrencies } from "./support/sequences/taxes-and-currencies"
import { twoPayments } from "./support/sequences/two-payments"
import { tellSequences } from "./support/tell-sequences"

tellSequences({
  "refund, then return": refundThenReturn,
  "return, then refund": returnThenRefund,
  "taxes and currencies": taxesAndCurrencies,
  "two payments": twoPayments,
})
