import { feeCases } from "./__fixtures__/fee-cases"
import { MONDAY, orderWith, settingsWith } from "./__fixtures__/policy-case"
import { refundOptions } from "./refund-options"
import { requestFees } from "./request-fees"

describe("what the shop keeps of a request", () => {
  it.each(feeCases)("$title", ({ currency, lines, kind, expect: expected }) => {
    const ids = lines.map((_line, index) => `item_${index}`)
    const options = refundOptions(
      settingsWith({
        policies: lines.map(({ amount: _amount, ...fees }, index) => ({
          ...fees,
          productIds: [`prod_${index}`],
        })),
      }),
      {
        order: orderWith(
          { currency_code: currency },
          ids.map((item_id, index) => ({
            item_id,
            product_id: `prod_${index}`,
          }))
        ),
        now: new Date(MONDAY),
      }
    )
    const fees = requestFees(
      options,
      lines.map(({ amount }, index) => ({ item_id: `item_${index}`, amount })),
      kind ?? "refund"
    )
    expect(fees.lines).toEqual(
      ids.map((item_id, index) => ({
        item_id,
        restocking_fee: expected.restocking[index],
      }))
    )
    expect(fees.return_fee).toBe(expected.return_fee)
    expect(fees.total).toBe(expected.total)
  })

  it("is nothing of an item that is not on the order, nor of no item", () => {
    const options = refundOptions(
      settingsWith({
        policies: [{ restockingFeePercent: "10", returnFee: "5" }],
      }),
      { order: orderWith(), now: new Date(MONDAY) }
    )
    const nothing = {
      restocking_fee: "0.00",
      return_fee: "0.00",
      total: "0.00",
    }
    expect(
      requestFees(options, [{ item_id: "pan", amount: "5.00" }], "refund")
    ).toMatchObject(nothing)
    expect(requestFees(options, [], "refund")).toMatchObject(nothing)
  })
})
