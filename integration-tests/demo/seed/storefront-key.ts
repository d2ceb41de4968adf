import type Medusa from "@medusajs/js-sdk"

/** Creates the key a storefront needs, for the store's own sales channel. */
export async function createStorefrontKey(
  admin: Medusa
): Promise<{ publishableKey: string; salesChannelId: string }> {
  const { stores } = await admin.admin.store.list()
  const salesChannelId = stores[0].default_sales_channel_id ?? ""
  const { api_key } = await admin.admin.apiKey.create({
    title: "Storefront",
    type: "publishable",
  })
  await admin.admin.apiKey.batchSalesChannels(api_key.id, {
    add: [salesChannelId],
  })
  return { publishableKey: api_key.token, salesChannelId }
}
