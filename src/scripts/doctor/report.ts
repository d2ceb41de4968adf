import type { RefundCheckFinding } from "../../types"

/** What a check came to. */
export type CheckSummary = {
  orders: number
  errors: number
  warnings: number
  repaired: number
}

/** Writes the report of a check while it goes on, and keeps none of it. */
export type Report = {
  add(findings: RefundCheckFinding[]): void
  end(summary: CheckSummary, error: string | null): void
}

/** One line per finding, and a summary. */
export const textReport = (write: (text: string) => void): Report => ({
  add: (findings) =>
    findings.forEach((finding) => write(`${lineOf(finding)}\n`)),
  end: (summary, error) =>
    write(`${error ? `Stopped: ${error}\n` : ""}${summaryText(summary)}\n`),
})

/** One JSON document. */
export function jsonReport(write: (text: string) => void): Report {
  let count = 0
  return {
    add: (findings) =>
      findings.forEach((finding) => {
        write(`${count ? "," : '{"findings":['}${JSON.stringify(finding)}`)
        count += 1
      }),
    end: (summary, error) => {
      const rest = JSON.stringify({ ...summary, error }).slice(1)
      write(`${count ? "" : '{"findings":['}],${rest}\n`)
    },
  }
}

function lineOf(finding: RefundCheckFinding): string {
  const { severity, code, display_id, order_id, message, repaired } = finding
  const order = display_id === null ? order_id : `#${display_id}`
  const mark = repaired ? "repaired" : severity
  return `${mark.padEnd(8)} ${code} ${order ? `order ${order}: ` : ""}${message}`
}

function summaryText(summary: CheckSummary): string {
  const { orders, errors, warnings, repaired } = summary
  return `${orders} orders checked: ${errors} errors, ${warnings} warnings, ${repaired} repaired.`
}

/** Adds findings to a summary: what was repaired is no error any more. */
export const addToSummary = (
  summary: CheckSummary,
  findings: RefundCheckFinding[]
): CheckSummary => {
  const left = findings.filter(({ repaired }) => !repaired)
  const errors = left.filter(({ severity }) => severity === "error").length
  return {
    ...summary,
    errors: summary.errors + errors,
    warnings: summary.warnings + left.length - errors,
    repaired: summary.repaired + findings.length - left.length,
  }
}
