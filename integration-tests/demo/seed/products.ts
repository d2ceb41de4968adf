import type Medusa from "@medusajs/js-sdk"
import type { DemoCurrency } from "./regions"
import type { DemoShipping } from "./shipping"

type Prices = Record<DemoCurrency, number>

const products = {
  shirt: {
    title: "Trail Shirt",
    stock: 5_000,
    prices: { eur: 19.99, usd: 21.99, jpy: 3190, kwd: 6.75 },
  },
  socks: {
    title: "Wool Socks",
    stock: 5_000,
    prices: { eur: 7.49, usd: 8.25, jpy: 1210, kwd: 2.505 },
  },
  mug: {
    title: "Camp Mug",
    // Made to order: nobody counts them.
    stock: null,
    prices: { eur: 12.49, usd: 13.95, jpy: 1980, kwd: 4.215 },
  },
  jacket: {
    title: "Rain Jacket",
    stock: 5_000,
    prices: { eur: 89, usd: 98.5, jpy: 14300, kwd: 30.125 },
  },
} satisfies Record<
  string,
  { title: string; stock: number | null; prices: Prices }
>

/** A product of the demo. */
export type DemoProduct = keyof typeof products

/** The one variant of each product. */
export type DemoVariants = Record<DemoProduct, string>

/** Creates the products, and puts those that are counted on the shelf. */
export async function createProducts(
  admin: Medusa,
  { profileId, locationId }: Pick<DemoShipping, "profileId" | "locationId">,
  salesChannelId: string
): Promise<DemoVariants> {
  const entries = Object.entries(products).map(
    async ([key, { title, stock, prices }]) => {
      const { product } = await admin.admin.product.create({
        title,
        handle: title.toLowerCase().replace(" ", "-"),
        status: "published",
        shipping_profile_id: profileId,
        sales_channels: [{ id: salesChannelId }],
        options: [{ title: "Size", values: ["One size"] }],
        variants: [
          {
            title: "One size",
            sku: key.toUpperCase(),
            manage_inventory: stock !== null,
            options: { Size: "One size" },
            prices: Object.entries(prices).map(([currency_code, amount]) => ({
              currency_code,
              amount,
            })),
          },
        ],
      })
      if (stock !== null) {
        await putOnShelf(admin, locationId, key.toUpperCase(), stock)
      }
      return [key, product.variants?.[0].id]
    }
  )
  return Object.fromEntries(await Promise.all(entries))
}

/** Medusa makes an inventory item for every variant that is counted. */
async function putOnShelf(
  admin: Medusa,
  locationId: string,
  sku: string,
  quantity: number
): Promise<void> {
  const { inventory_items } = await admin.admin.inventoryItem.list({ sku })
  await admin.admin.inventoryItem.batchUpdateLevels(inventory_items[0].id, {
    create: [{ location_id: locationId, stocked_quantity: quantity }],
  })
}
