import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { sign } from "jsonwebtoken"
import type { HttpClient } from "./refunds-api"
import type {
  RefundErrorResponse,
  StoreOrderRefundListResponse,
  StoreRefundListResponse,
} from "../../src/types"

/** A customer, and the token of their login. */
export type Customer = { id: string; token: string }

/** Creates a customer with an account and logs them in. */
export async function createCustomer(
  container: MedusaContainer,
  email = "customer@example.com"
): Promise<Customer> {
  const { id } = await container
    .resolve(Modules.CUSTOMER)
    .createCustomers({ email, has_account: true })
  const app_metadata = { customer_id: id }
  const identity = await container.resolve(Modules.AUTH).createAuthIdentities({
    provider_identities: [{ provider: "emailpass", entity_id: email }],
    app_metadata,
  })
  const token = sign(
    {
      actor_id: id,
      actor_type: "customer",
      auth_identity_id: identity.id,
      app_metadata,
    },
    "test",
    { expiresIn: "1d" }
  )
  return { id, token }
}

/** Creates the key that a storefront needs, with a sales channel of its own. */
export async function createStorefrontKey(
  container: MedusaContainer
): Promise<string> {
  const channel = await container
    .resolve(Modules.SALES_CHANNEL)
    .createSalesChannels({ name: "Storefront" })
  const key = await container.resolve(Modules.API_KEY).createApiKeys({
    title: "Storefront",
    type: "publishable",
    created_by: "test",
  })
  await container.resolve(ContainerRegistrationKeys.LINK).create({
    [Modules.API_KEY]: { publishable_key_id: key.id },
    [Modules.SALES_CHANNEL]: { sales_channel_id: channel.id },
  })
  return key.token
}

export type StoreAnswer = {
  status: number
  headers: Record<string, unknown>
  data: StoreOrderRefundListResponse & RefundErrorResponse
}

export type StoreListAnswer = {
  status: number
  headers: Record<string, unknown>
  data: StoreRefundListResponse & RefundErrorResponse
}

/** The store API of refunds. Without a token it is a visitor who asks. */
export async function storefront(api: HttpClient, container: MedusaContainer) {
  const key = await createStorefrontKey(container)
  const asking = (token?: string, known?: string) => ({
    headers: {
      "x-publishable-api-key": key,
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(known ? { "if-none-match": known } : {}),
    },
    validateStatus: () => true,
  })
  return {
    /** @param known the `ETag` of an earlier answer, as a browser sends it along */
    refundsOf: (
      orderId: string,
      token?: string,
      known?: string
    ): Promise<StoreAnswer> =>
      api.get(`/store/orders/${orderId}/refunds`, asking(token, known)),
    /** @param query as a storefront writes it: `limit=2` */
    refunds: (token?: string, query = ""): Promise<StoreListAnswer> =>
      api.get(`/store/refunds?${query}`, asking(token)),
  }
}

export type Storefront = Awaited<ReturnType<typeof storefront>>
