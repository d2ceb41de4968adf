import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { MedusaOrder } from "./medusa-order"

/**
 * Medusa's workflow for new lines creates a guest for the email of an order that
 * has no customer, links it to nothing, and keeps it. This removes it again.
 *
 * Source: @medusajs/core-flows/dist/cart/steps/find-or-create-customer.js
 */
export async function withoutNewGuest<Result>(
  container: MedusaContainer,
  order: Pick<MedusaOrder, "id" | "customer_id">,
  work: () => Promise<Result>
): Promise<Result> {
  const email = order.customer_id ? null : await emailOf(container, order.id)
  if (!email) {
    return work()
  }
  const known = await guests(container, email)
  try {
    return await work()
  } finally {
    const created = (await guests(container, email)).filter(
      (id) => !known.includes(id)
    )
    if (created.length) {
      await container.resolve(Modules.CUSTOMER).deleteCustomers(created)
    }
  }
}

async function emailOf(
  container: MedusaContainer,
  id: string
): Promise<string | null> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({ entity: "order", fields: ["id", "email"], filters: { id } })
  return data[0]?.email ?? null
}

async function guests(
  container: MedusaContainer,
  email: string
): Promise<string[]> {
  const found = await container
    .resolve(Modules.CUSTOMER)
    .listCustomers(
      { email: [email, email.toLowerCase()], has_account: false },
      { select: ["id"] }
    )
  return found.map(({ id }) => id)
}
