import type { PaidOrder } from "../../support/paid-order"
import { startOwnStripe, type TestStripe } from "../../support/test-stripe"
import type { PreparedMugs } from "./prepare-mugs"
import { startRedisServer } from "./redis-server"
import { StoreClient } from "./store-client"
import { StoreProcess } from "./store-process"
import { createStoreDatabase, type TestDatabase } from "./test-database"

/** One process of a store, and a merchant at it. */
export type Store = { process: StoreProcess; api: StoreClient }

/** A store that runs in two processes on one database. */
export type TwoStores = {
  stripe: TestStripe
  database: TestDatabase
  a: Store
  b: Store
  /** Address of the Redis that they share. */
  redis: string | null
  /** Paid orders of four mugs at 20.00, each for one test. */
  orders: PaidOrder[]
  close(): Promise<void>
}

/**
 * Starts a store twice. With `redis` the processes share events, workflows and
 * locks; without, each has its own in memory, as Medusa's defaults are.
 */
export async function startTwoStores(
  name: string,
  { redis: shared, orders: count }: { redis: boolean; orders: number }
): Promise<TwoStores> {
  const open: { (): Promise<void> }[] = []
  const close = async () => {
    for (const end of open.splice(0).reverse()) {
      await end()
    }
  }
  try {
    const stripe = await startOwnStripe()
    open.push(() => stripe.close())
    const database = await createStoreDatabase(`${name}-${process.pid}`)
    open.push(() => database.drop())
    const server = shared ? await startRedisServer() : null
    open.push(async () => server?.stop())
    const env = {
      DATABASE_URL: database.url,
      STRIPE_EMULATOR_PORT: String(stripe.port),
      ...(server ? { REFUNDS_TEST_REDIS_URL: server.url } : {}),
    }
    const processes = [new StoreProcess(env), new StoreProcess(env)] as const
    open.push(...processes.map((each) => () => each.close()))
    const { headers, orders } = await processes[0].exec<PreparedMugs>(
      "prepare-mugs.ts",
      [String(count)]
    )
    await Promise.all(processes.map((each) => each.start()))
    const [a, b] = [at(processes[0], headers), at(processes[1], headers)]
    const redis = server?.url ?? null
    return { stripe, database, redis, a, b, orders, close }
  } catch (error) {
    await close()
    throw error
  }
}

const at = (process: StoreProcess, headers: PreparedMugs["headers"]) => ({
  process,
  api: new StoreClient(process, headers),
})
