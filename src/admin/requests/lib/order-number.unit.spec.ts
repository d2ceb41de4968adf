import { orderNumberOf } from "./order-number"

it.each([
  ["1042", "1042"],
  [" #1042 ", "1042"],
  ["# 7", "7"],
  ["order_01ABC", null],
  ["0042", null],
  ["12a", null],
  ["", null],
])("%j is the order number %s", (typed, number) => {
  expect(orderNumberOf(typed)).toBe(number)
})
