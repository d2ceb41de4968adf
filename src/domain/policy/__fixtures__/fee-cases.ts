import type { RefundPolicy } from "../policy-types"

/** What the shop keeps of a request: a merchant's cases. */
export type FeeCase = {
  title: string
  currency: string
  /** One policy for each line of the request, and what the line would refund. */
  lines: (Pick<Partial<RefundPolicy>, "restockingFeePercent" | "returnFee"> & {
    amount: string
  })[]
  kind?: "refund" | "withdrawal"
  expect: { restocking: string[]; return_fee: string; total: string }
}

export const feeCases: FeeCase[] = [
  {
    title: "no fees",
    currency: "eur",
    lines: [{ amount: "19.99" }],
    expect: { restocking: ["0.00"], return_fee: "0.00", total: "0.00" },
  },
  {
    title: "10 % of 19.99 is 2.00, half a cent goes up",
    currency: "eur",
    lines: [{ amount: "19.99", restockingFeePercent: "10" }],
    expect: { restocking: ["2.00"], return_fee: "0.00", total: "2.00" },
  },
  {
    title: "12.5 % of 0.20 is 0.025: 0.03",
    currency: "eur",
    lines: [{ amount: "0.20", restockingFeePercent: "12.5" }],
    expect: { restocking: ["0.03"], return_fee: "0.00", total: "0.03" },
  },
  {
    title: "each line is rounded by itself, and the sum is that of the lines",
    currency: "eur",
    lines: [
      { amount: "0.15", restockingFeePercent: "10" },
      { amount: "0.15", restockingFeePercent: "10" },
    ],
    expect: { restocking: ["0.02", "0.02"], return_fee: "0.00", total: "0.04" },
  },
  {
    title: "yen have no decimals: 15 % of 1,063 is 159",
    currency: "jpy",
    lines: [{ amount: "1063", restockingFeePercent: "15" }],
    expect: { restocking: ["159"], return_fee: "0", total: "159" },
  },
  {
    title: "yen: half a yen goes up",
    currency: "jpy",
    lines: [{ amount: "1005", restockingFeePercent: "10" }],
    expect: { restocking: ["101"], return_fee: "0", total: "101" },
  },
  {
    title: "Kuwaiti dinars are paid in ten fils: 15 % of 1.230 is 0.180",
    currency: "kwd",
    lines: [{ amount: "1.230", restockingFeePercent: "15" }],
    expect: { restocking: ["0.180"], return_fee: "0.000", total: "0.180" },
  },
  {
    title: "the return fee is kept once, however many lines there are",
    currency: "eur",
    lines: [
      { amount: "20.00", returnFee: "4.95" },
      { amount: "30.00", returnFee: "4.95" },
    ],
    expect: { restocking: ["0.00", "0.00"], return_fee: "4.95", total: "4.95" },
  },
  {
    title: "of two policies with return fees the higher one counts",
    currency: "eur",
    lines: [
      { amount: "20.00", returnFee: "4.95" },
      { amount: "30.00", returnFee: "9.00" },
    ],
    expect: { restocking: ["0.00", "0.00"], return_fee: "9.00", total: "9.00" },
  },
  {
    title: "a return fee by currency counts in its own currency",
    currency: "jpy",
    lines: [{ amount: "2000", returnFee: { eur: "4.95", jpy: "800" } }],
    expect: { restocking: ["0"], return_fee: "800", total: "800" },
  },
  {
    title: "a return fee by currency is none in another one",
    currency: "usd",
    lines: [{ amount: "20.00", returnFee: { eur: "4.95" } }],
    expect: { restocking: ["0.00"], return_fee: "0.00", total: "0.00" },
  },
  {
    title: "one return fee for all currencies is rounded to yen",
    currency: "jpy",
    lines: [{ amount: "2000", returnFee: "4.95" }],
    expect: { restocking: ["0"], return_fee: "5", total: "5" },
  },
  {
    title: "a return fee above the refund takes all of it, and no more",
    currency: "eur",
    lines: [{ amount: "3.00", restockingFeePercent: "50", returnFee: "4.95" }],
    expect: { restocking: ["1.50"], return_fee: "1.50", total: "3.00" },
  },
  {
    title: "100 % keeps everything, a return fee finds nothing left",
    currency: "eur",
    lines: [{ amount: "3.01", restockingFeePercent: "100", returnFee: "1" }],
    expect: { restocking: ["3.01"], return_fee: "0.00", total: "3.01" },
  },
  {
    title: "a withdrawal by law costs nothing",
    currency: "eur",
    kind: "withdrawal",
    lines: [{ amount: "20.00", restockingFeePercent: "50", returnFee: "4.95" }],
    expect: { restocking: ["0.00"], return_fee: "0.00", total: "0.00" },
  },
]
