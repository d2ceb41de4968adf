import type Stripe from "stripe"
import type { PlacedOrder } from "../../demo/seed/orders"
import type { EmulatorControl } from "../../stripe-emulator"
import type { DemoStore } from "./demo-store"

type Result<Name extends keyof EmulatorControl> = Awaited<
  ReturnType<EmulatorControl[Name]>
>

/** The emulated account, which runs in another process than the tests. */
export function emulatorOf({ emulatorUrl }: Pick<DemoStore, "emulatorUrl">) {
  const call = async <Name extends keyof EmulatorControl>(
    name: Name,
    ...args: Parameters<EmulatorControl[Name]>
  ): Promise<Result<Name>> => {
    const answer = await fetch(`${emulatorUrl}/_emulator/${name}`, {
      method: "POST",
      headers: { "x-emulator-control": "1" },
      body: JSON.stringify(args),
    })
    if (!answer.ok) {
      throw new Error(`The emulator's ${name}: ${await answer.text()}`)
    }
    return (await answer.json()) as Result<Name>
  }
  return {
    call,
    /** What the store has refunded of an order. */
    refundsOf: async (order: PlacedOrder): Promise<Stripe.Refund[]> =>
      (await call("snapshot")).refunds.filter(
        ({ metadata }) => metadata?.order_id === order.id
      ),
    /** The payment of the order that was placed last. */
    newestCharge: async (): Promise<string> => {
      const charge = (await call("snapshot")).charges.at(-1)
      if (!charge) {
        throw new Error("The emulator has no payment.")
      }
      return charge.id
    },
  }
}

export type Emulator = ReturnType<typeof emulatorOf>
