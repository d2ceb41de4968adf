import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { finishEach } from "./finish-each"

const log: string[] = []
const container = {
  resolve: (key: string) =>
    key === ContainerRegistrationKeys.LOGGER
      ? {
          error: (message: string, { message: why }: Error) =>
            log.push(`${message} ${why}`),
        }
      : null,
} as Partial<MedusaContainer> as MedusaContainer

describe("what a job does for each order", () => {
  it("goes on after one that fails and one that never ends, and tells of both", async () => {
    const done: string[] = []
    const work: Record<string, () => Promise<void>> = {
      failing: async () => {
        throw new Error("Stripe is away.")
      },
      endless: () => new Promise(() => undefined),
      good: async () => {
        done.push("good")
      },
    }
    await finishEach(
      container,
      Object.keys(work),
      {
        run: async (name) => work[name]?.(),
        named: (name) => `Order refund ${name}`,
      },
      20
    )
    expect(done).toEqual(["good"])
    expect(log).toEqual([
      "Order refund failing could not be finished; the next run tries again. Stripe is away.",
      "Order refund endless could not be finished; the next run tries again. It did not end within 0.02 seconds.",
    ])
  })
})
