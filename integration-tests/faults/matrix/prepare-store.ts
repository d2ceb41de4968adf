import { writeFileSync } from "node:fs"
import Stripe from "stripe"
import type { ExecArgs } from "@medusajs/framework/types"
import { createAdmin } from "../../support/admin"
import { createPaidOrder, type PaidOrder } from "../../support/paid-order"
import type { TestStripe } from "../../support/test-stripe"

/** What a run has to know of a store that was prepared for it. */
export type PreparedStore = {
  /** Headers of a logged-in merchant. */
  headers: Record<string, string>
  orders: PaidOrder[]
}

const UNIT_PRICE = 20
const UNITS = 2

/**
 * `medusa exec`: makes a merchant, and one paid order per payment method, each
 * of two units at 20.00 EUR. Half of it is refunded, so that a second refund
 * would find money.
 */
export default async function prepareStore({
  container,
  args: [file, ...methods],
}: ExecArgs): Promise<void> {
  const client = new Stripe("sk_test_emulator", {
    host: "127.0.0.1",
    port: process.env.STRIPE_EMULATOR_PORT,
    protocol: "http",
    telemetry: false,
  })
  const { headers } = await createAdmin(container)
  const orders: PaidOrder[] = []
  for (const payment_method of methods) {
    const recipe = {
      currency_code: "eur",
      items: [{ title: "Shirt", quantity: UNITS, unit_price: UNIT_PRICE }],
    }
    orders.push(
      // The emulator runs in the process of the test.
      await createPaidOrder(container, { client } as TestStripe, recipe, [
        { amount: UNITS * UNIT_PRICE, payment_method },
      ])
    )
  }
  const prepared: PreparedStore = { headers, orders }
  writeFileSync(String(file), JSON.stringify(prepared))
}
