import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { Database } from "./books/statements"

/**
 * One of something for each store of this process, that is for each pool of
 * database connections: what calls share must not be shared by two stores.
 */
export function perConnection<Value>(
  make: (database: Database) => Value
): (container: MedusaContainer) => Value {
  const made = new WeakMap<Database, Value>()
  return (container) => {
    const database: Database = container.resolve(
      ContainerRegistrationKeys.PG_CONNECTION
    )
    const value = made.get(database) ?? make(database)
    made.set(database, value)
    return value
  }
}
