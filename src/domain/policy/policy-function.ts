import type { ItemContext } from "./policy-context"
import type { RefundPolicy } from "./policy-types"

/** Why a policy that is a function has decided nothing. For the log, not for customers. */
export type PolicyProblem = {
  item_id: string
  /** `policy_failed`: it threw an error. `policy_invalid`: its answer is no policy. */
  code: "policy_failed" | "policy_invalid"
  message: string
}

/** What a policy says about an item; `null`: nothing, the next one is asked. */
export type PolicyAnswer =
  | { ok: true; policy: RefundPolicy | null }
  | { ok: false; problem: PolicyProblem }

/** A policy that a shop has written as a function, made safe to ask. */
export type PolicyFunction = {
  /** The function's own text: a change of it is another version of the settings. */
  readonly source: string
  readonly decide: (context: ItemContext) => PolicyAnswer
}

/** Reads a policy as a shop writes it; the message says what is wrong with it. */
export type ReadPolicy = (
  written: unknown
) => { ok: true; policy: RefundPolicy } | { ok: false; message: string }

/**
 * Makes a shop's function safe to ask: an error that it throws, and an answer that is
 * no policy, become values. A page of the shop never breaks by it.
 *
 * @example
 * guardPolicyFunction(({ item }) => (item.tag_ids.includes("sale") ? noRefunds : null), read)
 */
export function guardPolicyFunction(
  written: (context: ItemContext) => unknown,
  read: ReadPolicy
): PolicyFunction {
  return {
    source: String(written),
    decide: (context) => {
      const failed = (code: PolicyProblem["code"], message: string) => ({
        ok: false as const,
        problem: { item_id: context.item.item_id, code, message },
      })
      try {
        const answer = written(context)
        if (answer === null || answer === undefined) {
          return { ok: true, policy: null }
        }
        if (answer instanceof Promise) {
          // Nobody waits for it: without this its failure would end the process.
          answer.catch(() => undefined)
          return failed("policy_invalid", "it answers with a promise")
        }
        const policy = read(answer)
        return policy.ok ? policy : failed("policy_invalid", policy.message)
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error)
        return failed("policy_failed", message)
      }
    },
  }
}
