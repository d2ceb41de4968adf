import { writeFileSync } from "node:fs"
import Stripe from "stripe"
import type { ExecArgs } from "@medusajs/framework/types"
import { createAdmin } from "../../support/admin"
import { createPaidOrder, type PaidOrder } from "../../support/paid-order"
import type { TestStripe } from "../../support/test-stripe"

/** A merchant's login, and orders to refund. */
export type PreparedMugs = {
  headers: Record<string, string>
  orders: PaidOrder[]
}

/** 80.00 without any rounding. */
const MUGS = {
  currency_code: "eur",
  items: [{ title: "Mug", quantity: 4, unit_price: 20 }],
}

/** `medusa exec`: makes a merchant and as many paid orders, each of four mugs at 20.00. */
export default async function prepareMugs({
  container,
  args: [file, count],
}: ExecArgs): Promise<void> {
  const client = new Stripe("sk_test_emulator", {
    host: "127.0.0.1",
    port: process.env.STRIPE_EMULATOR_PORT,
    protocol: "http",
    telemetry: false,
  })
  const { headers } = await createAdmin(container)
  const orders: PaidOrder[] = []
  while (orders.length < Number(count)) {
    orders.push(
      // The emulator runs in the process of the test.
      await createPaidOrder(container, { client } as TestStripe, MUGS, [
        { amount: 80 },
      ])
    )
  }
  const prepared: PreparedMugs = { headers, orders }
  writeFileSync(String(file), JSON.stringify(prepared))
}
