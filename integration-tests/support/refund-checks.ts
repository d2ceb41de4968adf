import type { MedusaContainer } from "@medusajs/framework/types"
import type { RefundCheckFinding } from "../../src/types"
import { checkBooks, type CheckBooksInput } from "../../src/workers/doctor"

const HOUR = 60 * 60 * 1000

/** Nothing is excused by being young then. */
export const anHourFromNow = () => new Date(Date.now() + HOUR)

/** Checks the books as they would look an hour from now. */
export async function check(
  container: MedusaContainer,
  input: CheckBooksInput = {}
): Promise<RefundCheckFinding[]> {
  const findings: RefundCheckFinding[] = []
  const orders = checkBooks(container, { now: anHourFromNow, ...input })
  for await (const order of orders) {
    findings.push(...order.findings)
  }
  return findings
}

export const codesOf = (findings: RefundCheckFinding[]): string[] =>
  findings.map(({ code }) => code).sort()
