import { setTimeout as wait } from "node:timers/promises"
import { startMailbox, type Mailbox } from "../mailbox"
import { createRandom } from "../support/random"
import { startOwnStripe, type TestStripe } from "../support/test-stripe"
import { StoreProcess } from "./support/store-process"
import { createStoreDatabase, type TestDatabase } from "./support/test-database"

const ORDERS = 24
const KILLS = 6
const SETUP_MS = 180_000
const TEST_MS = 400_000

describe("a store that is killed while it mails its customers", () => {
  let stripe: TestStripe
  let mailbox: Mailbox
  let database: TestDatabase
  let store: StoreProcess

  beforeAll(async () => {
    stripe = await startOwnStripe()
    mailbox = await startMailbox()
    database = await createStoreDatabase(`killed-telling-${process.pid}`)
    store = new StoreProcess({
      DATABASE_URL: database.url,
      STRIPE_EMULATOR_PORT: String(stripe.port),
      MAILBOX_PORT: String(mailbox.port),
    })
    const orders = await store.payOrders(Array(ORDERS).fill(40))
    await store.exec("refund-paid-orders.ts", [JSON.stringify(orders)])
  }, SETUP_MS)

  afterAll(async () => {
    await store?.close()
    await database?.drop()
    await mailbox?.close()
    await stripe?.close()
  })

  /** So that nobody has to wait until a lease is over, or a quarter of an hour. */
  const laterOn = async () => {
    await database.query(
      "UPDATE refunds_notice SET next_at = now() WHERE state = 'sending'"
    )
    await database.query(
      `UPDATE notification SET created_at = now() - interval '20 minutes'
       WHERE status = 'pending'`
    )
  }

  /** Kills the process a moment after some more mails have come. */
  const killAfter = async (mails: number, ms: number): Promise<void> => {
    const child = store.begin("tell-customers.ts")
    const goal = mailbox.mails.length + mails
    while (mailbox.mails.length < goal && child.exitCode === null) {
      await wait(1)
    }
    await wait(ms)
    await store.kill()
  }

  const left = async () =>
    (
      await database.query<{ count: string }>(
        "SELECT count(*) FROM refunds_notice WHERE state <> 'sent'"
      )
    )[0]?.count

  it(
    `sends every mail of ${ORDERS}, and again only what nobody can know of`,
    async () => {
      const random = createRandom(7)
      for (let kill = 0; kill < KILLS; kill++) {
        await killAfter(1 + random.below(3), random.below(15))
        await laterOn()
      }
      // Something was left for the one that lives.
      expect(Number(await left())).toBeGreaterThan(0)
      await store.exec("tell-customers.ts", [])
      await laterOn()
      await store.exec("tell-customers.ts", [])

      expect(await left()).toBe("0")
      const notices = await database.query<{ id: string; note: string | null }>(
        "SELECT id, note FROM refunds_notice ORDER BY id"
      )
      expect(notices).toHaveLength(ORDERS)
      const told = notices.map(({ id, note }) => ({
        copies: mailbox.mails.filter(({ message_id }) =>
          message_id.includes(id)
        ).length,
        isUnknown: note?.includes("twice") ?? false,
      }))
      expect(told.filter(({ copies }) => copies === 0)).toEqual([])
      expect(
        told.filter(({ copies, isUnknown }) => copies > 1 && !isUnknown)
      ).toEqual([])
      expect(
        told.filter(({ isUnknown }) => isUnknown).length
      ).toBeLessThanOrEqual(KILLS)
    },
    TEST_MS
  )
})
