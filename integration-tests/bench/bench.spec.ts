/**
 * @jest-environment node
 */
import { writeFileSync } from "node:fs"
import { Modules } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import type Stripe from "stripe"
import { REFUNDS_MODULE } from "../../src/modules/refunds"
import type { RefundsModuleService } from "../../src/modules/refunds/service"
import { STRIPE_API_VERSION } from "../../src/stripe"
import { refundOrders } from "../../src/workflows"
import { createCustomer, storefront } from "../support/customer"
import { createPaidOrder, type PaidOrder } from "../support/paid-order"
import { useNativeRefundRoute } from "../support/plugin-options"
import { refundsApi } from "../support/refunds-api"
import { storeTests } from "../support/store-tests"
import { DOORS } from "../support/stripe-webhooks"
import type { TestStripe } from "../support/test-stripe"
import { deliver, fourEvents } from "./support/deliveries"
import {
  compare,
  type Cost,
  type Measured,
  perSecond,
  secondsOf,
} from "./support/measure"
import {
  startStripeProcess,
  type StripeProcess,
} from "./support/stripe-process"

/** Where `npm run bench` reads what came out. */
const OUTPUT = process.env.BENCH_OUTPUT ?? "bench.json"
const BENCH_MS = 3_600_000
/** Each unit is refunded by itself. */
const UNITS = 60
/** More by `BENCH_ORDERS=2000 npm run bench`. */
const MANY = Number(process.env.BENCH_ORDERS ?? 400)

let stripe: StripeProcess
beforeAll(async () => {
  stripe = await startStripeProcess()
  process.env.STRIPE_EMULATOR_PORT = String(stripe.port)
})
afterAll(() => stripe.stop())

storeTests({
  testSuite: ({ api, getContainer }) => {
    it(
      "measures refunds and reads beside Medusa's own",
      async () => {
        const container = getContainer()
        const refunds = await refundsApi(api, container)
        const { admin } = refunds
        const customer = await createCustomer(container)
        const store = await storefront(api, container)
        const measured: Measured[] = []
        const rates: { name: string; native: number | null; ours: number }[] =
          []
        const note = (
          name: string,
          { native, ours }: Partial<Record<"native" | "ours", Cost>>
        ) => {
          if (ours) {
            measured.push({ name, native: native ?? null, ours })
          }
          writeFileSync(OUTPUT, JSON.stringify({ measured, rates }))
        }

        const buy = (items: number): Promise<PaidOrder> =>
          createPaidOrder(
            container,
            { client: stripe.client } as TestStripe,
            {
              currency_code: "eur",
              customer_id: customer.id,
              items: Array.from({ length: items }, (_, index) => ({
                title: `Item ${index}`,
                quantity: UNITS,
                unit_price: 20,
                tax_lines: [{ code: "vat", rate: 19 }],
                adjustments: [{ code: "FIVE", amount: 5 }],
              })),
            },
            [{ amount: Number((items * (UNITS * 20 - 5) * 1.19).toFixed(2)) }]
          )
        const ok = (
          { status, data }: { status: number; data: unknown },
          expected = 200
        ) => {
          if (status !== expected) {
            throw new Error(`${status}: ${JSON.stringify(data)}`)
          }
        }
        const ours = async (order: PaidOrder) =>
          ok(
            await refunds.create(order.id, {
              items: [{ item_id: order.items[0]?.id, quantity: 1 }],
            })
          )
        const native = async (order: PaidOrder) => {
          const path = `/admin/payments/${order.payments[0]?.id}/refund`
          ok(await api.post(path, { amount: 23.7 }, admin))
        }
        useNativeRefundRoute(container, "core")
        const withoutUs = silence(container)

        const warm = await buy(1)
        for (let time = 0; time < 10; time++) {
          await ours(warm)
          await withoutUs(() => native(warm))
        }
        for (const [items, earlier, times] of [
          [1, 0, 15],
          [10, 10, 5],
          [50, 10, 3],
        ] as const) {
          const size = `${items} item${items > 1 ? "s" : ""}, ${earlier} refunds before`
          const [one, other] = [await buy(items), await buy(items)]
          for (let refund = 0; refund < earlier; refund++) {
            await ours(one)
            await withoutUs(() => native(other))
          }
          const fresh = async () =>
            earlier ? [one, other] : [await buy(items), await buy(items)]
          let pair = await fresh()
          const costs = await compare(
            container,
            {
              ours: async () => ours(pair[0] as PaidOrder),
              native: () => withoutUs(() => native(pair[1] as PaidOrder)),
            },
            times
          )
          pair = await fresh()
          note(`refund, ${size}`, costs)
          const [order] = pair
          if (!order) {
            continue
          }
          const read = await compare(
            container,
            {
              native: async () =>
                ok(await api.get(`/admin/orders/${order.id}`, admin)),
              ours: async () =>
                ok(
                  await refunds.preview(order.id, {
                    items: [{ item_id: order.items[0]?.id, quantity: 1 }],
                  })
                ),
            },
            10
          )
          note(`preview, against Medusa's order, ${size}`, read)
          const page = await compare(
            container,
            {
              native: async () =>
                ok(await api.get(`/admin/orders/${order.id}`, admin)),
              ours: async () =>
                ok(await api.get(`/admin/orders/${order.id}/refunds`, admin)),
            },
            10
          )
          note(
            `data of the order's page (one request), against Medusa's order, ${size}`,
            page
          )
          const oneRow = async () =>
            ok(await api.get("/admin/refund-reasons?limit=1", admin))
          const status = await compare(
            container,
            {
              native: oneRow,
              ours: async () =>
                ok(await store.refundsOf(order.id, customer.token)),
            },
            10
          )
          note(
            `a customer's status, against a list of one row, ${size}`,
            status
          )
          const { headers } = await store.refundsOf(order.id, customer.token)
          const seen = await compare(
            container,
            {
              native: oneRow,
              ours: async () =>
                ok(
                  await store.refundsOf(
                    order.id,
                    customer.token,
                    String(headers.etag)
                  ),
                  304
                ),
            },
            10
          )
          note(
            `a customer's status they have seen (304), against a list of one row, ${size}`,
            seen
          )
        }
        const many = await buy(200)
        for (let refund = 0; refund < 20; refund++) {
          await ours(many)
        }
        note(
          "refund, 200 items, 20 refunds before",
          await compare(container, { ours: () => ours(many) }, 5)
        )

        const echoes: Stripe.Refund[] = await stripe.client.refunds
          .list({ limit: 100 })
          .autoPagingToArray({ limit: 50 })
        const told = () =>
          echoes.flatMap((refund) => fourEvents(refund, STRIPE_API_VERSION))
        const world = { api, container }
        // What the first event of a refund brings is known afterwards.
        await deliver(world, told(), DOORS.ours)
        const known = await deliver(world, told(), DOORS.ours)
        const medusas = await withoutSecret(container, () =>
          deliver(world, told(), DOORS.medusas)
        )
        note("an event that says what is known, four for each refund", {
          ours: known.cost,
          native: medusas.cost,
        })
        rates.push({
          name: "events answered in a second, 8 connections",
          ours: known.answered_per_second,
          native: medusas.answered_per_second,
        })

        const AT_ONCE = 8
        const TOTAL = 64
        const orders = await Promise.all(
          Array.from({ length: TOTAL * 2 }, () => buy(1))
        )
        rates.push({
          name: "refunds a second, 8 at once",
          ours: await perSecond(AT_ONCE, TOTAL, (index) =>
            ours(orders[index] as PaidOrder)
          ),
          native: await withoutUs(() =>
            perSecond(AT_ONCE, TOTAL, (index) =>
              native(orders[TOTAL + index] as PaidOrder)
            )
          ),
        })
        const list: PaidOrder[] = []
        await perSecond(AT_ONCE, MANY, async () => {
          list.push(await buy(1))
        })
        const seconds = await secondsOf(async () => {
          const done = refundOrders(
            container,
            list.map(({ id, items }) => ({
              order_id: id,
              request: {
                items: [{ item_id: String(items[0]?.id), quantity: 1 }],
              },
            }))
          )
          for await (const { error } of done) {
            if (error) {
              throw new Error(error.message)
            }
          }
        })
        rates.push({
          name: `refunds a second, a list of ${MANY} orders`,
          ours: MANY / seconds,
          native: rates.at(-1)?.native ?? null,
        })
        writeFileSync(OUTPUT, JSON.stringify({ measured, rates }))
        expect(measured.length).toBeGreaterThan(10)
      },
      BENCH_MS
    )
  },
})

type Emitter = {
  listeners(name: string): ((...told: unknown[]) => void)[]
  removeAllListeners(name: string): void
  on(name: string, listener: (...told: unknown[]) => void): void
}

const HEARD = [
  "payment.refund.created",
  "order.order-change.updated",
  "order.order-transaction.created",
]

/** Medusa as it would be without the plugin, as long as something is done. */
function silence(container: MedusaContainer) {
  const emitter: Emitter = Reflect.get(
    container.resolve(Modules.EVENT_BUS),
    "eventEmitter_"
  )
  return async <Result>(act: () => Promise<Result>): Promise<Result> => {
    const heard = HEARD.map((name) => [name, emitter.listeners(name)] as const)
    HEARD.forEach((name) => emitter.removeAllListeners(name))
    try {
      return await act()
    } finally {
      for (const [name, listeners] of heard) {
        listeners.forEach((listener) => emitter.on(name, listener))
      }
    }
  }
}

/** Medusa's door as it would be without the plugin, which believes nothing now. */
async function withoutSecret<Result>(
  container: MedusaContainer,
  act: () => Promise<Result>
): Promise<Result> {
  const { stripe } =
    container.resolve<RefundsModuleService>(REFUNDS_MODULE).options
  const secrets = stripe?.webhookSecret ?? []
  Object.assign(stripe ?? {}, { webhookSecret: [] })
  try {
    return await act()
  } finally {
    Object.assign(stripe ?? {}, { webhookSecret: secrets })
  }
}
