import Medusa from "@medusajs/js-sdk"
import type { DemoCustomer } from "./customers"

/** Of every customer of the demo who has an account. */
export const PASSWORD = "demo-customer"

/**
 * Opens a store as a customer who has an account there; the first time it is
 * made. Only such a customer gets one at Stripe, where a card can be saved.
 */
export async function openAccount(
  address: string,
  publishableKey: string,
  { email, first_name, last_name }: DemoCustomer
): Promise<Medusa> {
  const sdk = new Medusa({
    baseUrl: address,
    publishableKey,
    auth: { type: "jwt", jwtTokenStorageMethod: "memory" },
  })
  const login = { email, password: PASSWORD }
  try {
    await sdk.auth.login("customer", "emailpass", login)
  } catch {
    await sdk.auth.register("customer", "emailpass", login)
    await sdk.store.customer.create({ email, first_name, last_name })
    await sdk.auth.login("customer", "emailpass", login)
  }
  return sdk
}
