import { join } from "node:path"
import { PACKAGE_FOLDER } from "../../../scripts/demo/paths"
import { startOwnStripe, type TestStripe } from "../../support/test-stripe"
import { createTestDatabase, type TestDatabase } from "../support/test-database"
import type { Cell, Side } from "./cells"
import { Freezer } from "./freezer"
import { MatrixStore } from "./matrix-store"
import { oneAtATime } from "./one-at-a-time"
import { newSubject, type Subject } from "./subject"

/** One store with its own Stripe and its own database. */
export type Lab = {
  side: Side
  stripe: TestStripe
  database: TestDatabase
  store: MatrixStore
  freezer: Freezer
  headers: Record<string, string>
  /** True from the kill to the restart: nobody can press anything. */
  down: boolean
}

const FOLDERS: Record<Side, string> = {
  ours: PACKAGE_FOLDER,
  native: join(__dirname, "../../native-store"),
}

/** Builds a store with one paid order per cell, and starts it. */
export async function openLab(
  side: Side,
  cells: Cell[]
): Promise<{ lab: Lab; subjects: Subject[]; close: () => Promise<void> }> {
  const stripe = await startOwnStripe()
  const name = `fault-matrix-${side}-${process.pid}`
  const database = oneAtATime(await createTestDatabase(name))
  const store = new MatrixStore(FOLDERS[side], {
    DATABASE_URL: database.url,
    STRIPE_EMULATOR_PORT: String(stripe.port),
    LOG_LEVEL: "warn",
  })
  const close = async () => {
    await store.close()
    await database.drop()
    await stripe.close()
  }
  try {
    const { headers, orders } = await store.prepare(
      cells.map(({ call }) => call)
    )
    const freezer = new Freezer(database)
    await store.start()
    const subjects = cells.flatMap((cell, index) => {
      const order = orders[index]
      return order ? [newSubject(cell, order)] : []
    })
    const lab = { side, stripe, database, store, freezer, headers, down: false }
    return { lab, subjects, close }
  } catch (error) {
    await close()
    throw error
  }
}
