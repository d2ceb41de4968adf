import { writeFileSync } from "node:fs"
import Stripe from "stripe"
import type { ExecArgs } from "@medusajs/framework/types"
import { createPaidOrder, type PaidOrder } from "../../support/paid-order"
import type { TestStripe } from "../../support/test-stripe"

/** `medusa exec`: makes one order per amount, pays it, and writes them to a file. */
export default async function payOrders({
  container,
  args: [file, ...amounts],
}: ExecArgs): Promise<void> {
  const client = new Stripe("sk_test_emulator", {
    host: "127.0.0.1",
    port: process.env.STRIPE_EMULATOR_PORT,
    protocol: "http",
    telemetry: false,
  })
  const orders: PaidOrder[] = []
  for (const amount of amounts.map(Number)) {
    const recipe = {
      currency_code: "eur",
      items: [{ title: "Shirt", quantity: 1, unit_price: amount }],
    }
    orders.push(
      // The emulator runs in the process of the test.
      await createPaidOrder(container, { client } as TestStripe, recipe, [
        { amount },
      ])
    )
  }
  writeFileSync(String(file), JSON.stringify(orders))
}
