import { writeFileSync } from "node:fs"
import type { ExecArgs } from "@medusajs/framework/types"
import { tellCustomers } from "../../../src/workers/notices"

const MINUTES = 2 * 60_000

/** Tells customers what is due in two minutes, and writes down that it came to its end. */
export default async function tell({
  container,
  args: [file = ""],
}: ExecArgs): Promise<void> {
  await tellCustomers(container, () => new Date(Date.now() + MINUTES))
  writeFileSync(file, JSON.stringify("done"))
}
