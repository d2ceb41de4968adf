import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"

/** The order that a customer named, and whose it is. */
export type FoundOrder = {
  id: string
  email: string
  customer_id: string | null
}

/** What PostgreSQL's `integer` can hold, in digits. */
const NUMBER = /^[1-9]\d{0,8}$/

/**
 * The order with this number and this e-mail address, or null. Letters of the
 * address count alike in both cases, and spaces around it do not count: customers
 * write it as they like.
 *
 * @param number as it was typed: "1042", "#1042"
 */
export async function findOrderByNumber(
  container: MedusaContainer,
  number: string,
  email: string
): Promise<FoundOrder | null> {
  const display_id = number.trim().replace(/^#/, "")
  if (!NUMBER.test(display_id)) {
    return null
  }
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "order",
      fields: ["id", "email", "customer_id"],
      filters: { display_id: Number(display_id) },
    })
  const wanted = email.trim().toLowerCase()
  const order = (data as FoundOrder[]).find(
    ({ email }) => email?.trim().toLowerCase() === wanted
  )
  return order ?? null
}
