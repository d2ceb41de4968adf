import { asValue } from "@medusajs/framework/awilix"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** The store as it would be if Medusa's tables were not those that we know. */
export function withOtherTables(container: MedusaContainer): MedusaContainer {
  const other = container.createScope() as MedusaContainer
  const raw = async () => {
    throw Object.assign(new Error("no such column"), { code: "42703" })
  }
  other.register(ContainerRegistrationKeys.PG_CONNECTION, asValue({ raw }))
  return other
}
