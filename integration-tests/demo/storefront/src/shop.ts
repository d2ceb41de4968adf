import Medusa from "@medusajs/js-sdk"
import {
  refundsClient,
  type RefundsClient,
} from "medusa-plugin-refunds/storefront"

/** What the demo tells its storefront: `scripts/demo/storefront.ts`. */
type Settings = {
  store: string
  publishable_key: string
  customer: { email: string; password: string }
}

/** The store as this storefront reaches it. */
export type Shop = {
  sdk: Medusa
  refunds: RefundsClient
  /** Who can log in, to spare typing. */
  customer: Settings["customer"]
}

/** Connects to the demo store. */
export async function openShop(): Promise<Shop> {
  const answer = await fetch("./settings.json")
  const { store, publishable_key, customer } = (await answer.json()) as Settings
  const sdk = new Medusa({
    baseUrl: store,
    publishableKey: publishable_key,
    auth: { type: "jwt", jwtTokenStorageMethod: "session" },
  })
  const refunds = refundsClient({
    baseUrl: store,
    publishableKey: publishable_key,
    headers: async () => {
      const token = await sdk.client.getToken()
      return token ? { authorization: `Bearer ${token}` } : {}
    },
  })
  return { sdk, refunds, customer }
}
