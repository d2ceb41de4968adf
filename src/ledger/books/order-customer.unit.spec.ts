import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { readOrderCustomer } from "./order-customer"

const ORDERS = [{ customer_id: "cus_1" }]

/** A store whose database answers in one way, and Medusa's own reads in another. */
const storeWith = (statement: () => Promise<unknown>): MedusaContainer => {
  const parts: Record<string, unknown> = {
    [ContainerRegistrationKeys.PG_CONNECTION]: { raw: statement },
    [ContainerRegistrationKeys.LOGGER]: { warn: () => undefined },
    [ContainerRegistrationKeys.QUERY]: {
      graph: () => Promise.resolve({ data: ORDERS }),
    },
  }
  return { resolve: (name: string) => parts[name] } as MedusaContainer
}

const failing = (code: string) =>
  storeWith(() => Promise.reject(Object.assign(new Error(code), { code })))

describe("the customer of an order", () => {
  it("is nobody for a guest's order, and where there is no order", async () => {
    const rows = (...found: object[]) =>
      readOrderCustomer(
        storeWith(() => Promise.resolve({ rows: found })),
        "order_1"
      )
    expect(await rows({ customer_id: "cus_2" })).toBe("cus_2")
    expect(await rows({ customer_id: null })).toBeNull()
    expect(await rows()).toBeNull()
  })

  it("is read through Medusa where its tables are others", async () => {
    expect(await readOrderCustomer(failing("42703"), "order_1")).toBe("cus_1")
  })

  it("is not guessed where the database fails for another reason", async () => {
    await expect(
      readOrderCustomer(failing("57P01"), "order_1")
    ).rejects.toThrow("57P01")
  })
})
