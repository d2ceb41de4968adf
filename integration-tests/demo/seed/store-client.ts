import Medusa from "@medusajs/js-sdk"

/** Logs in to the admin of a store. */
export async function logIn(
  address: string,
  user: { email: string; password: string }
): Promise<Medusa> {
  const sdk = new Medusa({
    baseUrl: address,
    auth: { type: "jwt", jwtTokenStorageMethod: "memory" },
  })
  await sdk.auth.login("user", "emailpass", user)
  return sdk
}

/** Opens a store as a storefront does. */
export function openStorefront(
  address: string,
  publishableKey: string
): Medusa {
  return new Medusa({
    baseUrl: address,
    publishableKey,
    auth: { type: "jwt", jwtTokenStorageMethod: "nostore" },
  })
}
