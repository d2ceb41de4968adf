import { spawn } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { text } from "node:stream/consumers"
import { PACKAGE_FOLDER } from "../../scripts/demo/paths"
import {
  createStoreDatabase,
  type TestDatabase,
} from "../faults/support/test-database"
import { StoreProcess } from "../faults/support/store-process"
import type { PaidOrder } from "../support/paid-order"
import { startOwnStripe, type TestStripe } from "../support/test-stripe"

const SETUP_MS = 180_000
const TEST_MS = 180_000

describe("the doctor on the command line", () => {
  let stripe: TestStripe
  let database: TestDatabase
  let store: StoreProcess
  let orders: PaidOrder[]
  let env: Record<string, string>
  const folder = mkdtempSync(join(tmpdir(), "refunds-doctor-"))

  beforeAll(async () => {
    stripe = await startOwnStripe()
    database = await createStoreDatabase(`doctor-${process.pid}`)
    env = {
      DATABASE_URL: database.url,
      STRIPE_EMULATOR_PORT: String(stripe.port),
    }
    store = new StoreProcess(env)
    orders = await store.payOrders([40, 50])
  }, SETUP_MS)

  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true })
    await store?.close()
    await database?.drop()
    await stripe?.close()
  })

  /** Runs it as a store does, with nothing of Medusa's log but its errors. */
  async function doctor(args: string[], more: Record<string, string> = {}) {
    const child = spawn(
      process.execPath,
      [
        "--require",
        require.resolve("tsx/cjs"),
        require.resolve("@medusajs/cli/dist/index.js"),
        "exec",
        "./src/scripts/refunds-doctor.ts",
        ...args,
      ],
      {
        cwd: PACKAGE_FOLDER,
        stdio: ["ignore", "pipe", "pipe"],
        env: {
          ...process.env,
          NODE_ENV: "production",
          MEDUSA_DISABLE_TELEMETRY: "true",
          LOG_LEVEL: "error",
          ...env,
          ...more,
        },
      }
    )
    const [out, errors, code] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      new Promise((resolve) => child.once("exit", resolve)),
    ])
    return { code, out, errors }
  }
  const breakBooks = () =>
    database.query(
      `UPDATE payment_collection SET refunded_amount = 7, raw_refunded_amount = '{"value":"7","precision":20}' WHERE id = $1`,
      [orders[0]?.payments[0]?.payment_collection_id]
    )

  it(
    "ends with 0 where the books are right",
    async () => {
      const { code, out } = await doctor([])
      expect(out).toBe("2 orders checked: 0 errors, 0 warnings, 0 repaired.\n")
      expect(code).toBe(0)
    },
    TEST_MS
  )

  it(
    "ends with 1 where findings are left, and with 0 once they are mended",
    async () => {
      await breakBooks()
      const found = await doctor(["--json"])
      const report = JSON.parse(found.out)
      expect(report).toMatchObject({
        findings: [
          {
            code: "collection_amount_differs",
            severity: "error",
            order_id: orders[0]?.id,
            repairable: true,
          },
        ],
        orders: 2,
        errors: 1,
        warnings: 0,
        repaired: 0,
        error: null,
      })
      expect(found.code).toBe(1)
      const file = join(folder, "report.json")
      const mended = await doctor([
        "--json",
        "--",
        "--repair",
        "--order",
        String(orders[0]?.id),
        `--out=${file}`,
      ])
      expect([mended.code, mended.out]).toEqual([0, ""])
      expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({
        findings: [{ code: "collection_amount_differs", repaired: true }],
        orders: 1,
        errors: 0,
        repaired: 1,
      })
      const again = await doctor([])
      expect(again.code).toBe(0)
    },
    TEST_MS
  )

  it(
    "ends with 2 where it could not run",
    async () => {
      const unknown = await doctor(["--json", "--", "--order", "order_none"])
      expect(unknown.code).toBe(2)
      expect(JSON.parse(unknown.out)).toMatchObject({
        findings: [],
        error: "Order order_none does not exist.",
      })
      expect((await doctor(["--", "--everything"])).code).toBe(2)
    },
    TEST_MS
  )
})
