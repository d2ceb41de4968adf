import type { Form } from "./form-encoding"

/** What goes wrong with a call. */
export type FaultEffect =
  /** The call is carried out, then nothing is ever answered. */
  | "timeout_after_accept"
  /** Nothing is carried out and nothing is ever answered. */
  | "timeout_before"
  | "reset_before"
  /** The call is carried out, then the connection is reset. */
  | "reset_after"
  | "truncate_body"
  | "500_saved"
  | "500_unsaved"
  | "429"
  | "429_should_retry"
  | "409"
  | "slow"
  | "decline"

export type FaultRule = {
  method?: string
  path?: string | RegExp
  /** Only calls with such parameters: those of one payment intent, for example. */
  when?: (params: Form) => boolean
  /** Hit the nth matching call, from 1; the same as skipping the ones before. */
  nth?: number
  /** Skip this many matching calls first. */
  skip?: number
  /** How many matching calls are hit. Default 1. */
  times?: number
  effect: FaultEffect
  /** For `slow`. */
  ms?: number
  /** For `decline`. */
  error?: {
    status: number
    code?: string
    type?: string
    param?: string
    message: string
  }
}

/** Rules that hit the next calls that match them. */
export class Faults {
  private rules: { rule: FaultRule; seen: number; hits: number }[] = []

  add(rule: FaultRule): void {
    this.rules.push({ rule, seen: 0, hits: 0 })
  }

  clear(): void {
    this.rules = []
  }

  /** The first rule that hits this call. */
  next(method: string, path: string, params: Form): FaultRule | null {
    for (const entry of this.rules) {
      const { rule } = entry
      if (!matches(rule, method, path, params)) {
        continue
      }
      entry.seen += 1
      if (
        entry.seen > (rule.skip ?? (rule.nth ?? 1) - 1) &&
        entry.hits < (rule.times ?? 1)
      ) {
        entry.hits += 1
        return rule
      }
    }
    return null
  }
}

const matches = (
  rule: FaultRule,
  method: string,
  path: string,
  params: Form
): boolean =>
  (!rule.method || rule.method === method) &&
  (rule.path === undefined ||
    (typeof rule.path === "string"
      ? rule.path === path
      : rule.path.test(path))) &&
  (!rule.when || rule.when(params))
