import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import {
  beginReceiveReturnWorkflow,
  beginReturnOrderWorkflow,
  cancelReturnWorkflow,
  confirmReturnReceiveWorkflow,
  confirmReturnRequestWorkflow,
  createOrderFulfillmentWorkflow,
  dismissItemReturnRequestWorkflow,
  receiveItemReturnRequestWorkflow,
  requestItemReturnWorkflow,
} from "@medusajs/core-flows"
import {
  createPaidOrder,
  type PaidOrder,
  type PaymentRecipe,
} from "./paid-order"
import type { TestStripe } from "./test-stripe"

/** A product that the warehouse counts. */
export type StockedProduct = {
  title: string
  variant_id: string
  inventory_item_id: string
}

/** A store with a warehouse, shipping, and counted goods. */
export type StockedStore = {
  sales_channel_id: string
  location_id: string
  shipping_option_id: string
  /** Puts a product on the shelf. */
  stock(title: string, quantity: number): Promise<StockedProduct>
  /** Many of them, much faster than one by one. */
  stockAll(titles: string[], quantity: number): Promise<StockedProduct[]>
  /** What is on the shelf, and what of it is reserved for orders. */
  shelf(product: StockedProduct): Promise<{ stocked: number; reserved: number }>
  /** What is reserved for one line of an order. */
  reserved(itemId: string): Promise<number>
  /** Ships units of an order from the warehouse. */
  ship(order: PaidOrder, items: Units): Promise<void>
  /** Medusa's returns of an order, oldest first. */
  returns(order: PaidOrder): Promise<MedusaReturn[]>
  /** Asks for a return as Medusa's own screen does. */
  requestReturn(order: PaidOrder, items: Units): Promise<MedusaReturn>
  /** Takes goods of a return back to the warehouse; the damaged are thrown away. */
  receive(
    expected: MedusaReturn | undefined,
    items: Units,
    damaged?: Units
  ): Promise<void>
  /** Cancels a return that nothing was received of. */
  cancelReturn(expected: MedusaReturn | undefined): Promise<void>
  /** Places an order of stocked goods, with its reservations, and pays it. */
  order(
    emulator: TestStripe,
    recipe: StockedRecipe,
    payments: PaymentRecipe[]
  ): Promise<PaidOrder>
}

type Units = { id: string; quantity: number }[]

export type MedusaReturn = {
  id: string
  status: string
  location_id: string | null
  items: { item_id: string; quantity: number }[]
}

type StockedRecipe = Parameters<typeof createPaidOrder>[2] & {
  items: { variant_id?: string; quantity: number; title: string }[]
}

const PROVIDER = "manual_manual"

/** Opens a warehouse that ships by Medusa's manual provider. */
export async function openStockedStore(
  container: MedusaContainer
): Promise<StockedStore> {
  const link = container.resolve(ContainerRegistrationKeys.LINK)
  const inventory = container.resolve(Modules.INVENTORY)
  const fulfillment = container.resolve(Modules.FULFILLMENT)
  const channel = await container
    .resolve(Modules.SALES_CHANNEL)
    .createSalesChannels({ name: "Web shop" })
  const location = await container
    .resolve(Modules.STOCK_LOCATION)
    .createStockLocations({ name: "Warehouse" })
  const set = await fulfillment.createFulfillmentSets({
    name: "Parcels",
    type: "shipping",
    service_zones: [
      {
        name: "Europe",
        geo_zones: [{ type: "country", country_code: "de" }],
      },
    ],
  })
  const profile = await fulfillment.createShippingProfiles({
    name: "Parcels",
    type: "default",
  })
  const option = await fulfillment.createShippingOptions({
    name: "Standard",
    price_type: "flat",
    service_zone_id: String(set.service_zones[0]?.id),
    shipping_profile_id: profile.id,
    provider_id: PROVIDER,
    type: { label: "Standard", description: "Two days", code: "standard" },
    data: {},
    rules: [],
  })
  await link.create([
    {
      [Modules.SALES_CHANNEL]: { sales_channel_id: channel.id },
      [Modules.STOCK_LOCATION]: { stock_location_id: location.id },
    },
    {
      [Modules.STOCK_LOCATION]: { stock_location_id: location.id },
      [Modules.FULFILLMENT]: { fulfillment_set_id: set.id },
    },
    {
      [Modules.STOCK_LOCATION]: { stock_location_id: location.id },
      [Modules.FULFILLMENT]: { fulfillment_provider_id: PROVIDER },
    },
  ])

  const store: StockedStore = {
    sales_channel_id: channel.id,
    location_id: location.id,
    shipping_option_id: option.id,
    async stock(title, quantity) {
      const [product] = await store.stockAll([title], quantity)
      return product as StockedProduct
    },
    async stockAll(titles, quantity) {
      const products = await container.resolve(Modules.PRODUCT).createProducts(
        titles.map((title) => ({
          title,
          status: "published",
          options: [{ title: "Size", values: ["One size"] }],
          variants: [
            {
              title: "One size",
              sku: title.toUpperCase(),
              manage_inventory: true,
              options: { Size: "One size" },
            },
          ],
        }))
      )
      const items = await inventory.createInventoryItems(
        titles.map((title) => ({ sku: title.toUpperCase(), title }))
      )
      await inventory.createInventoryLevels(
        items.map(({ id }) => ({
          inventory_item_id: id,
          location_id: location.id,
          stocked_quantity: quantity,
        }))
      )
      const stocked = titles.map((title) => ({
        product_id: String(products.find((each) => each.title === title)?.id),
        title,
        variant_id: String(
          products.find((each) => each.title === title)?.variants[0]?.id
        ),
        inventory_item_id: String(
          items.find((each) => each.title === title)?.id
        ),
      }))
      await link.create(
        stocked.map(({ variant_id, inventory_item_id }) => ({
          [Modules.PRODUCT]: { variant_id },
          [Modules.INVENTORY]: { inventory_item_id },
          data: { required_quantity: 1 },
        }))
      )
      await link.create(
        stocked.map(({ product_id }) => ({
          [Modules.PRODUCT]: { product_id },
          [Modules.FULFILLMENT]: { shipping_profile_id: profile.id },
        }))
      )
      await link.create(
        stocked.map(({ product_id }) => ({
          [Modules.PRODUCT]: { product_id },
          [Modules.SALES_CHANNEL]: { sales_channel_id: channel.id },
        }))
      )
      return stocked.map(({ product_id: _, ...product }) => product)
    },
    async shelf({ inventory_item_id }) {
      const [level] = await inventory.listInventoryLevels({ inventory_item_id })
      return {
        stocked: Number(level?.stocked_quantity),
        reserved: Number(level?.reserved_quantity),
      }
    },
    async reserved(itemId) {
      const reservations = await inventory.listReservationItems({
        line_item_id: itemId,
      })
      return reservations.reduce(
        (sum, { quantity }) => sum + Number(quantity),
        0
      )
    },
    async ship(order, items) {
      await createOrderFulfillmentWorkflow(container).run({
        input: { order_id: order.id, items, location_id: location.id },
      })
    },
    async returns(order) {
      const { data } = await container
        .resolve(ContainerRegistrationKeys.QUERY)
        .graph({
          entity: "return",
          fields: [
            "id",
            "status",
            "location_id",
            "items.item_id",
            "items.quantity",
          ],
          filters: { order_id: order.id },
          pagination: { order: { display_id: "ASC" } },
        })
      const rows: Record<string, unknown>[] = data
      return rows as MedusaReturn[]
    },
    async requestReturn(order, items) {
      const { result } = await beginReturnOrderWorkflow(container).run({
        input: { order_id: order.id, location_id: location.id },
      })
      const return_id = String(result.return_id)
      await requestItemReturnWorkflow(container).run({
        input: { return_id, items },
      })
      await confirmReturnRequestWorkflow(container).run({
        input: { return_id },
      })
      const made = (await store.returns(order)).find(
        ({ id }) => id === return_id
      )
      return made as MedusaReturn
    },
    async receive(expected, items, damaged = []) {
      const return_id = String(expected?.id)
      await beginReceiveReturnWorkflow(container).run({ input: { return_id } })
      if (items.length) {
        await receiveItemReturnRequestWorkflow(container).run({
          input: { return_id, items },
        })
      }
      if (damaged.length) {
        await dismissItemReturnRequestWorkflow(container).run({
          input: { return_id, items: damaged },
        })
      }
      await confirmReturnReceiveWorkflow(container).run({
        input: { return_id },
      })
    },
    async cancelReturn(expected) {
      await cancelReturnWorkflow(container).run({
        input: { return_id: String(expected?.id) },
      })
    },
    async order(emulator, recipe, payments) {
      const order = await createPaidOrder(
        container,
        emulator,
        {
          sales_channel_id: channel.id,
          ...recipe,
          items: recipe.items.map((item) => ({
            requires_shipping: true,
            ...item,
          })),
          shipping_methods: (recipe.shipping_methods ?? []).map((method) => ({
            shipping_option_id: option.id,
            ...method,
          })),
        },
        payments
      )
      for (const [index, { variant_id, quantity }] of recipe.items.entries()) {
        if (variant_id) {
          await reserve(
            String(order.items[index]?.id),
            variant_id,
            Number(quantity)
          )
        }
      }
      return order
    },
  }
  return store

  /** As the checkout does. */
  async function reserve(
    line_item_id: string,
    variantId: string,
    quantity: number
  ): Promise<void> {
    const query = container.resolve(ContainerRegistrationKeys.QUERY)
    const { data } = await query.graph({
      entity: "variant",
      fields: ["inventory_items.inventory_item_id"],
      filters: { id: variantId },
    })
    await inventory.createReservationItems([
      {
        line_item_id,
        inventory_item_id: String(
          data[0]?.inventory_items?.[0]?.inventory_item_id
        ),
        location_id: location.id,
        quantity,
      },
    ])
  }
}
