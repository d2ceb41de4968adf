import type Medusa from "@medusajs/js-sdk"

/** The codes of the demo's promotions. */
export const promotions = { tenEuros: "TEN", fifteenPercent: "SPRING15" }

/** Creates the promotions. Neither divides evenly, so cents are at stake. */
export async function createPromotions(admin: Medusa): Promise<void> {
  await admin.admin.promotion.create({
    code: promotions.tenEuros,
    type: "standard",
    status: "active",
    is_automatic: false,
    application_method: {
      type: "fixed",
      target_type: "items",
      allocation: "across",
      value: 10,
      currency_code: "eur",
    },
  })
  await admin.admin.promotion.create({
    code: promotions.fifteenPercent,
    type: "standard",
    status: "active",
    is_automatic: false,
    application_method: {
      type: "percentage",
      target_type: "items",
      allocation: "across",
      value: 15,
    },
  })
}
