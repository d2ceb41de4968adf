import type {
  StoreCreateRefundRequest,
  StoreCreateWithdrawal,
  StoreRefundRequest,
  StoreRefundRequestResponse,
  StoreWithdrawalResponse,
} from "../../../src/types"
import { openAccount } from "../../demo/seed/customer-account"
import { nina } from "../../demo/seed/customers"
import type { PlacedOrder } from "../../demo/seed/orders"
import { openStorefront } from "../../demo/seed/store-client"
import type { DemoStore } from "./demo-store"

/** The store API of requests, as the customer with an account uses it. */
export async function customerRequests(
  store: DemoStore,
  { id: orderId }: PlacedOrder
) {
  const key = store.seed.publishable_key
  const { client, store: shop } = await openAccount(store.address, key, nina)
  const path = `/store/orders/${orderId}/refund-requests`
  const { order } = await shop.order.retrieve(orderId, { fields: "id,*items" })
  const itemOf = (title: string) =>
    order.items?.find(
      (item) => item.title === title || item.product_title === title
    )?.id ?? ""
  return {
    /** Asks for units of products by their names. */
    ask: async (
      units: Record<string, number>,
      more: Partial<StoreCreateRefundRequest> = {}
    ): Promise<StoreRefundRequest> => {
      const items = Object.entries(units).map(([title, quantity]) => ({
        item_id: itemOf(title),
        quantity,
      }))
      const { refund_request } = await client.fetch<StoreRefundRequestResponse>(
        path,
        { method: "POST", body: { items, ...more } }
      )
      return refund_request
    },
    answer: (id: string, message: string) =>
      client.fetch<StoreRefundRequestResponse>(`${path}/${id}/answer`, {
        method: "POST",
        body: { message },
      }),
    /** What the customer sees of a request. */
    read: async (id: string): Promise<StoreRefundRequest> => {
      const { refund_request } = await client.fetch<StoreRefundRequestResponse>(
        `${path}/${id}`
      )
      return refund_request
    },
    addPhoto: async (id: string, picture: Blob): Promise<void> => {
      const body = new FormData()
      body.append("photos", picture, "shirt.png")
      const token = await client.getToken()
      const response = await fetch(`${store.address}${path}/${id}/photos`, {
        method: "POST",
        body,
        headers: {
          "x-publishable-api-key": key,
          authorization: `Bearer ${token ?? ""}`,
        },
      })
      if (!response.ok) {
        throw new Error(`The photo was refused: ${await response.text()}`)
      }
    },
  }
}

/** Withdraws from a contract as a guest: by name, number and e-mail address. */
export const withdraw = (
  store: DemoStore,
  body: StoreCreateWithdrawal
): Promise<StoreWithdrawalResponse> =>
  openStorefront(store.address, store.seed.publishable_key).client.fetch(
    "/store/withdrawals",
    { method: "POST", body }
  )
