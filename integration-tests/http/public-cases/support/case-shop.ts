import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { readBooks, stripeRefunds, type Books } from "../../../support/books"
import type { PaidOrder, PaymentRecipe } from "../../../support/paid-order"
import {
  refundsApi,
  type HttpClient,
  type RefundsApi,
} from "../../../support/refunds-api"
import {
  openStockedStore,
  type StockedProduct,
  type StockedStore,
} from "../../../support/stocked-store"
import type { TestStripe } from "../../../support/test-stripe"
import { editsApi, type EditsApi } from "../../edits/support/edits-api"

/** An order as a public bug report describes it. */
export type CaseOrder = {
  currency_code?: string
  items: {
    quantity: number
    unit_price: number
    is_tax_inclusive?: boolean
    tax_lines?: { code: string; rate: number }[]
    adjustments?: { amount: number; code?: string; promotion_id?: string }[]
  }[]
  shipping?: {
    amount: number
    is_tax_inclusive?: boolean
    tax_lines?: { code: string; rate: number }[]
    adjustments?: { amount: number }[]
  }[]
  payments: (Omit<PaymentRecipe, "provider"> & { provider?: string })[]
  shipped?: number
}

/** A store in which one order of a public case was placed and paid. */
export type CaseShop = {
  order: PaidOrder
  products: StockedProduct[]
  store: StockedStore
  refunds: RefundsApi
  edits: EditsApi
  /** The id of a line of the order. */
  item(index?: number): string
  /** Refunds, and says how much of it came with how much tax. */
  refund(body: object): Promise<{ amount: string; tax_total: string }>
  /** So many units of a line. */
  units(quantity: number, index?: number): { items: object[] }
  books(): Promise<Books>
  /** Refunds at Stripe. */
  atStripe(): ReturnType<typeof stripeRefunds>
  /** "7/0": seven on the shelf, none of them reserved. */
  shelf(): Promise<string>
}

/** Places the order of a case, with as much on the shelf as it needs, at least ten. */
export async function openCaseShop(
  api: HttpClient,
  container: MedusaContainer,
  stripe: TestStripe,
  recipe: CaseOrder
): Promise<CaseShop> {
  stripe.control.reset()
  const refunds = await refundsApi(api, container)
  const store = await openStockedStore(container)
  const { currency_code = "eur" } = recipe
  const region = await container
    .resolve(Modules.REGION)
    .createRegions({ name: currency_code, currency_code })
  const products = await Promise.all(
    recipe.items.map(({ quantity }, index) =>
      store.stock(`Line ${index}`, Math.max(10, quantity))
    )
  )
  const order = await store.order(
    stripe,
    {
      currency_code,
      region_id: region.id,
      items: recipe.items.map((item, index) => ({
        ...item,
        title: `Line ${index}`,
        variant_id: String(products[index]?.variant_id),
      })) as never,
      shipping_methods: (recipe.shipping ?? []).map((method) => ({
        name: "Standard",
        ...method,
      })) as never,
    },
    recipe.payments as PaymentRecipe[]
  )
  const item = (index = 0) => String(order.items[index]?.id)
  if (recipe.shipped) {
    await store.ship(order, [{ id: item(), quantity: recipe.shipped }])
  }
  return {
    order,
    products,
    store,
    refunds,
    edits: editsApi(api, refunds),
    item,
    async refund(body) {
      const { status, data } = await refunds.create(order.id, { ...body })
      expect([status, data.message]).toEqual([200, undefined])
      return data.order_refund
    },
    units: (quantity, index = 0) => ({
      items: [{ item_id: item(index), quantity }],
    }),
    books: () => readBooks(container, stripe, order),
    atStripe: () => stripeRefunds(stripe, order),
    async shelf() {
      const { stocked, reserved } = await store.shelf(
        products[0] as StockedProduct
      )
      return `${stocked}/${reserved}`
    },
  }
}

/** Cancels the newest fulfilment of an order, as Medusa's screen does. */
export async function cancelFulfilment(
  container: MedusaContainer,
  { order, refunds }: CaseShop
): Promise<void> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "order",
      fields: ["id", "fulfillments.id"],
      filters: { id: order.id },
    })
  const fulfillment = data[0]?.fulfillments?.at(-1)
  const path = `/admin/orders/${order.id}/fulfillments/${fulfillment?.id}/cancel`
  const { status } = await refunds.post(path, {})
  expect(status).toBe(200)
}

/** Medusa's own order edit: a line with fewer units. */
export async function editAtMedusa(
  { order, refunds, item }: CaseShop,
  quantity: number
): Promise<void> {
  const path = `/admin/order-edits/${order.id}`
  for (const [step, body] of [
    ["/admin/order-edits", { order_id: order.id }],
    [`${path}/items/item/${item()}`, { quantity }],
    [`${path}/request`, {}],
    [`${path}/confirm`, {}],
  ] as const) {
    expect((await refunds.post(step, body)).status).toBe(200)
  }
}
