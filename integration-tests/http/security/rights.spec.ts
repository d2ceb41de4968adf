/**
 * A store with a feature that others are without.
 *
 * @jest-environment node
 */
import { FeatureFlag, Modules } from "@medusajs/framework/utils"
import type { IRbacModuleService } from "@medusajs/framework/types"
import { readBooks } from "../../support/books"
import { createPaidOrder, type PaidOrder } from "../../support/paid-order"
import { BASKET, BASKET_TOTAL } from "../../support/recipes"
import { startTestStripe, type TestStripe } from "../../support/test-stripe"
import { storeTests } from "../../support/store-tests"
import { call } from "./support/call"
import { nameOf, ROUTES, type Route } from "./support/our-routes"
import { adminWith, loginWith } from "./support/rights"

let stripe: TestStripe
beforeAll(async () => {
  stripe = await startTestStripe()
  // The configuration reads the flag before Medusa's own loader sets it.
  FeatureFlag.setFlag("rbac", true)
})
afterAll(() => stripe.close())

/** What Medusa asks of everybody below these paths. */
const MEDUSAS_RIGHT: Record<string, string> = {
  "/admin/orders/": "order:read",
}
const medusasRights = ({ path }: Route): string[] =>
  Object.entries(MEDUSAS_RIGHT).flatMap(([prefix, right]) =>
    path.startsWith(prefix) ? [right] : []
  )

const guarded = ROUTES.flatMap((route) =>
  route.right ? [{ name: nameOf(route), route, right: route.right }] : []
)

storeTests({
  env: { MEDUSA_FF_RBAC: "true" },
  testSuite: ({ api, getContainer }) => {
    describe("with Medusa's access control switched on", () => {
      let order: PaidOrder

      beforeAll(async () => {
        order = await createPaidOrder(getContainer(), stripe, BASKET, [
          { amount: BASKET_TOTAL },
        ])
      })

      const ask = async (route: Route, rights: readonly string[]) => {
        const headers = await adminWith(getContainer(), rights)
        const body = { shipping: "all" }
        return call(api, route, {
          id: order.id,
          headers,
          body: route.method === "POST" ? body : undefined,
        })
      }

      it("every right of ours is one that a role can be given", async () => {
        const known = await getContainer()
          .resolve<IRbacModuleService>(Modules.RBAC)
          .listRbacPolicies({ key: guarded.map(({ right }) => right) })
        expect(known.map(({ key }) => key).sort()).toEqual(
          [...new Set(guarded.map(({ right }) => right))].sort()
        )
      })

      it.each(guarded)(
        "$name needs $right, whatever else a role may do",
        async ({ route, right }) => {
          const requests = stripe.control.requests().length
          const others = guarded
            .map((each) => each.right)
            .filter((each) => each !== right)
          const without = await ask(route, [
            ...new Set([...others, ...medusasRights(route), "order:update"]),
          ])
          expect([without.status, without.data.type]).toEqual([
            403,
            "forbidden",
          ])
          expect(stripe.control.requests()).toHaveLength(requests)
          const { status } = await ask(route, [right, ...medusasRights(route)])
          expect([200, 202, 400, 404]).toContain(status)
        }
      )

      it.each([
        ["/admin/payments/:id/refund", "order:update"],
        ["/admin/orders/:id/cancel", "order_refund:create"],
      ])("%s keeps the right that Medusa asks for it", async (path, right) => {
        const rights = ["order:read", "payment:read", "payment:update", right]
        const headers = await adminWith(getContainer(), rights)
        const before = await readBooks(getContainer(), stripe, order)
        const { status } = await call(
          api,
          { method: "POST", path },
          {
            id: path.includes("payments") ? order.payments[0]?.id : order.id,
            headers,
            body: {},
          }
        )
        expect(status).toBe(403)
        expect(await readBooks(getContainer(), stripe, order)).toEqual(before)
      })

      it("names who made a refund only to those who may read users", async () => {
        const { id } = await getContainer()
          .resolve(Modules.USER)
          .createUsers({ email: "ada@example.com", first_name: "Ada" })
        await call(
          api,
          { method: "POST", path: "/admin/orders/:id/refunds" },
          {
            id: order.id,
            headers: loginWith(["role_super_admin"], id),
            body: { adjustment: { amount: 1, description: "Late" } },
          }
        )
        const rights = ["order:read", "order_refund:read"]
        const authors = async (...more: string[]) => {
          const headers = await adminWith(getContainer(), [...rights, ...more])
          const { status, data } = await call(
            api,
            { method: "GET", path: "/admin/orders/:id/refunds" },
            { id: order.id, headers }
          )
          expect(status).toBe(200)
          return data.authors
        }
        expect(await authors()).toEqual([])
        expect(await authors("user:read")).toEqual([{ id, name: "Ada" }])
      })

      it("lets the super admin refund", async () => {
        const headers = loginWith(["role_super_admin"])
        const { status, data } = await call(
          api,
          { method: "POST", path: "/admin/orders/:id/refunds" },
          { id: order.id, headers, body: { shipping: "all" } }
        )
        expect(status).toBe(200)
        expect(data.order_refund).toMatchObject({ status: "succeeded" })
      })
    })
  },
})
