import { readdirSync } from "node:fs"
import { join } from "node:path"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { REFUNDS_MODULE } from "../../src/modules/refunds"
import type { RefundsModuleService } from "../../src/modules/refunds/service"
import { readBooks } from "../support/books"
import { createCustomer } from "../support/customer"
import { createPaidOrder, type PaidOrder } from "../support/paid-order"
import { BASKET, BASKET_TOTAL } from "../support/recipes"
import { refundsApi, type RefundsApi } from "../support/refunds-api"
import { storeTests } from "../support/store-tests"
import { send } from "../support/stripe-webhooks"
import { startTestStripe, type TestStripe } from "../support/test-stripe"
import { call } from "./security/support/call"
import { storefrontHeaders } from "./security/support/callers"
import { listenTo } from "./security/support/listen"
import { GUARDED_ROUTES, nameOf, ROUTES } from "./security/support/our-routes"

const SRC = join(__dirname, "../../src")
/** Of an upgrade whose migration was forgotten. */
const LAST = readdirSync(join(SRC, "modules/refunds/migrations"))
  .flatMap((file) => /^(Migration\d+)\.ts$/.exec(file)?.[1] ?? [])
  .sort()
  .at(-1)

let stripe: TestStripe
beforeAll(async () => {
  stripe = await startTestStripe()
})
afterAll(() => stripe.close())

storeTests({
  testSuite: ({ api, getContainer }) => {
    let refunds: RefundsApi
    let order: PaidOrder

    const service = () =>
      getContainer().resolve<RefundsModuleService>(REFUNDS_MODULE)
    /** What the store says when it starts; `argv` is its command line. */
    const saidAtStart = async (...command: string[]) => {
      const argv = jest.replaceProperty(process, "argv", [
        "node",
        "medusa",
        ...command,
      ])
      const { heard, stop } = listenTo(getContainer())
      await service().__hooks.onApplicationStart()
      stop()
      argv.restore()
      return heard
    }

    beforeEach(async () => {
      stripe.control.reset()
      refunds = await refundsApi(api, getContainer())
      order = await createPaidOrder(getContainer(), stripe, BASKET, [
        { amount: BASKET_TOTAL },
      ])
    })

    it("a store that is set up says nothing at start", async () => {
      expect(await saidAtStart("start")).toEqual([])
    })

    describe("without its last migration", () => {
      const note = async (sql: string) =>
        getContainer()
          .resolve(ContainerRegistrationKeys.PG_CONNECTION)
          .raw(sql, [String(LAST)])

      beforeEach(async () => {
        await note("DELETE FROM mikro_orm_migrations WHERE name = ?")
        // As a store that starts now.
        Object.assign(service(), { hasTables: false })
      })

      it("a store says so in one line", async () => {
        const heard = await saidAtStart("start")
        expect(heard).toHaveLength(1)
        expect(heard[0]).toContain("1 of its database migrations")
        expect(heard[0]).toContain("npx medusa db:migrate")
      })

      it("the command that runs migrations says nothing", async () => {
        expect(await saidAtStart("db:migrate:scripts")).toEqual([])
      })

      it("every route answers 503 with a code, Medusa's own refund and cancellation included", async () => {
        const before = await readBooks(getContainer(), stripe, order)
        const customer = await storefrontHeaders(
          getContainer(),
          await createCustomer(getContainer())
        )
        const others: string[] = []
        for (const route of [...ROUTES, ...GUARDED_ROUTES]) {
          const { status, data } = await call(api, route, {
            id: route.path.includes("payments")
              ? order.payments[0]?.id
              : order.id,
            headers:
              route.caller === "customer" ? customer : refunds.admin.headers,
            body: route.method === "POST" ? {} : undefined,
          })
          if (status !== 503 || data.code !== "migration_missing") {
            others.push(`${nameOf(route)}: ${status} ${JSON.stringify(data)}`)
          }
        }
        expect(others).toEqual([])
        expect(await readBooks(getContainer(), stripe, order)).toEqual(before)
      })

      it("jobs and subscribers wait without a word", async () => {
        const { heard, stop } = listenTo(getContainer())
        for (const folder of ["jobs", "subscribers"]) {
          for (const file of readdirSync(join(SRC, folder))) {
            const { default: run } = await import(join(SRC, folder, file))
            const event = { name: "any", data: { id: "any" } }
            const container: MedusaContainer = getContainer()
            await run(folder === "jobs" ? container : { event, container })
          }
        }
        stop()
        expect(heard).toEqual([])
      })

      it("it works as soon as the migration is there, without a restart", async () => {
        await note("INSERT INTO mikro_orm_migrations (name) VALUES (?)")
        const { status } = await refunds.create(order.id, { items: "all" })
        expect(status).toBe(200)
      })
    })

    describe("without a webhook secret", () => {
      let restore: () => void
      beforeEach(() => {
        const { options } = service()
        const replaced = jest.replaceProperty(service(), "options", {
          ...options,
          stripe: options.stripe && { ...options.stripe, webhookSecret: [] },
        })
        restore = () => replaced.restore()
      })
      afterEach(() => restore())

      it("a store warns at start, and refunds", async () => {
        const heard = await saidAtStart("start")
        expect(heard).toHaveLength(1)
        expect(heard[0]).toContain("stripe.webhookSecret is not set")
        const { status } = await refunds.create(order.id, { items: "all" })
        expect(status).toBe(200)
      })

      it("the plugin's endpoint tells Stripe's sender what is missing", async () => {
        const { heard, stop } = listenTo(getContainer())
        const { status, data } = await send(api, "{}").catch(
          ({ response }) => response
        )
        stop()
        expect(status).toBe(503)
        expect(data).toMatchObject({ code: "webhook_secret_missing" })
        expect(heard.filter((line) => line.includes("refused"))).toEqual([])
      })
    })
  },
})
