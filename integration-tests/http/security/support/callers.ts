import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { sign } from "jsonwebtoken"
import { createCustomer, type Customer } from "../../../support/customer"

type Headers = Record<string, string>

const basic = (token: string): Headers => ({
  authorization: `Basic ${Buffer.from(`${token}:`).toString("base64")}`,
})
const bearer = (token: string): Headers => ({
  authorization: `Bearer ${token}`,
})

/** Everybody who is not an admin, as the headers of their requests. */
export async function strangers(
  container: MedusaContainer
): Promise<[who: string, headers: Headers][]> {
  const keys = container.resolve(Modules.API_KEY)
  const create = (type: "secret" | "publishable") =>
    keys.createApiKeys({ title: type, type, created_by: "test" })
  const publishable = await create("publishable")
  const revoked = await create("secret")
  await keys.revoke(revoked.id, { revoked_by: "test" })
  const customer = await createCustomer(container, "stranger@example.com")
  const claims = { actor_id: "user_1", actor_type: "user" }
  return [
    ["nobody", {}],
    ["a customer", bearer(customer.token)],
    ["a publishable key", { "x-publishable-api-key": publishable.token }],
    ["a publishable key as a secret one", basic(publishable.token)],
    ["a revoked secret key", basic(revoked.token)],
    ["an invented secret key", basic(`sk_${"a".repeat(64)}`)],
    ["an expired login", bearer(sign(claims, "test", { expiresIn: -10 }))],
    ["a login that somebody else signed", bearer(sign(claims, "guess"))],
    ["a login without signature", bearer(unsigned(claims))],
  ]
}

/** The header of a secret key that works. */
export async function secretKey(container: MedusaContainer): Promise<Headers> {
  const key = await container
    .resolve(Modules.API_KEY)
    .createApiKeys({ title: "ERP", type: "secret", created_by: "test" })
  return basic(key.token)
}

/** The headers of a customer in a storefront. */
export async function storefrontHeaders(
  container: MedusaContainer,
  { token }: Customer
): Promise<Headers> {
  const channel = await container
    .resolve(Modules.SALES_CHANNEL)
    .createSalesChannels({ name: "Web" })
  const key = await container.resolve(Modules.API_KEY).createApiKeys({
    title: "Web",
    type: "publishable",
    created_by: "test",
  })
  await container.resolve(ContainerRegistrationKeys.LINK).create({
    [Modules.API_KEY]: { publishable_key_id: key.id },
    [Modules.SALES_CHANNEL]: { sales_channel_id: channel.id },
  })
  return { ...bearer(token), "x-publishable-api-key": key.token }
}

function unsigned(claims: object): string {
  const part = (value: object) =>
    Buffer.from(JSON.stringify(value)).toString("base64url")
  return `${part({ alg: "none", typ: "JWT" })}.${part(claims)}.`
}
