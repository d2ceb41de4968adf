import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { readCustomerOrders } from "./customer-orders"

/** A store whose database answers in one way, and Medusa's own reads in another. */
const storeWith = (statement: () => Promise<unknown>): MedusaContainer => {
  const parts: Record<string, unknown> = {
    [ContainerRegistrationKeys.PG_CONNECTION]: { raw: statement },
    [ContainerRegistrationKeys.LOGGER]: { warn: () => undefined },
    [ContainerRegistrationKeys.QUERY]: {
      graph: () => Promise.resolve({ data: [{ id: "order_medusa" }] }),
    },
  }
  return { resolve: (name: string) => parts[name] } as MedusaContainer
}

const failing = (code: string) =>
  storeWith(() => Promise.reject(Object.assign(new Error(code), { code })))

describe("the orders of a customer", () => {
  it("are read by a statement, and through Medusa where its tables are others", async () => {
    const rows = [{ id: "order_1" }, { id: "order_2" }]
    const store = storeWith(() => Promise.resolve({ rows }))
    expect(await readCustomerOrders(store, "cus_1")).toEqual([
      "order_1",
      "order_2",
    ])
    expect(await readCustomerOrders(failing("42703"), "cus_1")).toEqual([
      "order_medusa",
    ])
  })

  it("are not guessed where the database fails for another reason", async () => {
    await expect(readCustomerOrders(failing("57P01"), "cus_1")).rejects.toThrow(
      "57P01"
    )
  })
})
