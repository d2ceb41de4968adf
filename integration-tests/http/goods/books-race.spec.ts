import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { check } from "../../support/refund-checks"
import { startTestStripe, type TestStripe } from "../../support/test-stripe"
import { storeTests } from "../../support/store-tests"
import { readUntil, until } from "../../support/until"
import { openGoodsStore, type GoodsStore } from "./support/goods-store"

const LOCK = 471_200

/** The next to write this table waits before it has locked anything of it. */
const freezeNextWriterOf = (table: string) => `
  CREATE SEQUENCE writers_of_test;
  CREATE FUNCTION wait_for_test() RETURNS trigger AS $$ BEGIN
    IF nextval('writers_of_test') = 1 THEN
      PERFORM pg_advisory_xact_lock_shared(${LOCK});
    END IF;
    RETURN NULL;
  END $$ LANGUAGE plpgsql;
  CREATE TRIGGER wait_for_test BEFORE UPDATE ON "${table}"
    FOR EACH STATEMENT EXECUTE FUNCTION wait_for_test()`

let stripe: TestStripe
beforeAll(async () => {
  stripe = await startTestStripe()
})
afterAll(() => stripe.close())

storeTests({
  testSuite: ({ api, getContainer }) => {
    let store: GoodsStore
    beforeAll(async () => {
      store = await openGoodsStore(api, getContainer(), stripe)
    })
    beforeEach(() => stripe.control.reset())
    const database = () =>
      getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)

    /** Medusa has read the order, and writes it after our refund was booked. */
    async function freeze(
      table: string,
      medusas: () => Promise<unknown>,
      ours: () => Promise<unknown>
    ): Promise<void> {
      await database().raw(freezeNextWriterOf(table))
      const held = await database().transaction()
      await held.raw("SELECT pg_advisory_xact_lock(?)", [LOCK])
      const done = medusas()
      await until("Medusa waits", async () => {
        const { rows } = await database().raw(
          "SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND objid = ?",
          [LOCK]
        )
        return rows.length > 0
      })
      await ours()
      await held.commit()
      await done
    }
    afterEach(async () => {
      await database().raw(
        "DROP FUNCTION IF EXISTS wait_for_test CASCADE; DROP SEQUENCE IF EXISTS writers_of_test"
      )
    })

    describe("a change of Medusa's that read the order before our books, and is written after them", () => {
      it("loses our credit line, which is written again at once", async () => {
        const story = await store.buy("mugs")
        await freeze(
          "order",
          () => story.ship(1),
          () => story.refund([{ quantity: 1 }])
        )
        await story.expect(
          "pending 0.00, partially_refunded, stripe 20.00, shelf 9/3, owed 0.00, left 60.00"
        )
        await story.expectHealthy()
      })

      it("loses our figures of the summary, which are put right at once", async () => {
        const story = await store.buy("mugs")
        await freeze(
          "order_summary",
          () =>
            getContainer()
              .resolve(Modules.ORDER)
              .addOrderTransactions([
                {
                  order_id: story.order.id,
                  amount: 5,
                  currency_code: "eur",
                  reference: "capture",
                  reference_id: "capt_of_another_plugin",
                },
              ]),
          () => story.refund([{ quantity: 1 }])
        )
        await until("the summary is right", async () => {
          const { rows } = await database().raw(
            "SELECT totals FROM order_summary WHERE order_id = ? AND deleted_at IS NULL ORDER BY version DESC",
            [story.order.id]
          )
          const [{ totals }] = rows
          return totals.refunded_total === 20 && totals.paid_total === 85
        })
        const found = await check(getContainer(), { order_id: story.order.id })
        expect(found.map(({ code }) => code)).not.toContain(
          "order_summary_differs"
        )
      })
    })

    it("a version that Medusa takes back takes our credit line with it, which is written again at once", async () => {
      const story = await store.buy("mugs")
      await story.ship(1)
      await story.refund([{ quantity: 1 }])
      const orders = getContainer().resolve(Modules.ORDER)
      await orders.revertLastVersion(story.order.id)
      const present = async () => {
        const { rows } = await database().raw(
          `SELECT s.totals->>'refunded_total' AS refunded,
             s.totals->>'current_order_total' AS total,
             ARRAY(SELECT l.amount::text FROM order_credit_line l
               WHERE l.order_id = o.id AND l.version = o.version
                 AND l.deleted_at IS NULL) AS credit_lines
           FROM "order" o JOIN order_summary s ON s.order_id = o.id
             AND s.version = o.version AND s.deleted_at IS NULL WHERE o.id = ?`,
          [story.order.id]
        )
        return rows
      }
      const right = [{ refunded: "20", total: "60", credit_lines: ["20"] }]
      expect(await readUntil(right, present)).toEqual(right)
    })
  },
})
