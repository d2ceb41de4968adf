import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { CustomerDTO, MedusaContainer } from "@medusajs/framework/types"
import type { MedusaOrder } from "../../domain"

/**
 * Medusa's workflow for new lines looks for a customer with the order's email,
 * and where there is none it creates a guest, links it to nothing, and keeps it.
 * So that guest is made here, where its id is known, and goes again unless
 * somebody uses it by then: a checkout with this email finds it too.
 *
 * Source: @medusajs/core-flows/dist/cart/steps/find-or-create-customer.js
 */
export async function withoutNewGuest<Result>(
  container: MedusaContainer,
  order: Pick<MedusaOrder, "id">,
  work: () => Promise<Result>
): Promise<Result> {
  const email = await emailOf(container, order.id)
  if (!email || (await isKnown(container, email))) {
    return work()
  }
  const customers = container.resolve(Modules.CUSTOMER)
  const guest = await customers.createCustomers({ email })
  try {
    return await work()
  } finally {
    if (await isUntouched(container, guest)) {
      await customers.deleteCustomers([guest.id])
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
  // Medusa looks for it in lower case, however the order has it.
  return data[0]?.email?.toLowerCase() ?? null
}

async function isKnown(
  container: MedusaContainer,
  email: string
): Promise<boolean> {
  const found = await container
    .resolve(Modules.CUSTOMER)
    .listCustomers({ email }, { select: ["id"], take: 1 })
  return found.length > 0
}

/**
 * Nothing of the shop names the guest, and nobody wrote to it since it was made.
 * `created_at` says nothing of the latter: Medusa asks the clock for each of the
 * two dates, so a new row's may be a millisecond apart.
 */
async function isUntouched(
  container: MedusaContainer,
  { id: customer_id, updated_at: made }: CustomerDTO
): Promise<boolean> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const of = { fields: ["id"], filters: { customer_id } }
  const [customers, orders, carts] = await Promise.all([
    query.graph({
      entity: "customer",
      fields: [
        "id",
        "updated_at",
        "addresses.id",
        "groups.id",
        "account_holders.id",
      ],
      filters: { id: customer_id },
    }),
    query.graph({ entity: "order", ...of, pagination: { take: 1 } }),
    query.graph({ entity: "cart", ...of, pagination: { take: 1 } }),
  ])
  const rows: Record<string, unknown>[] = customers.data
  return rows.some(
    ({ updated_at, addresses, groups, account_holders }) =>
      timeOf(updated_at) === timeOf(made) &&
      [addresses, groups, account_holders, orders.data, carts.data].every(
        (list) => !Array.isArray(list) || !list.some(Boolean)
      )
  )
}

const timeOf = (date: unknown): number =>
  new Date(date instanceof Date ? date : String(date)).getTime()
