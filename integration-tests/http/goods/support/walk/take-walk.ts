import { setTimeout as wait } from "node:timers/promises"
import { ContainerRegistrationKeys, MathBN } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { readBooks } from "../../../../support/books"
import type { RefundsApi } from "../../../../support/refunds-api"
import type { TestStripe } from "../../../../support/test-stripe"
import type { Story } from "../story"
import { OPERATIONS } from "./operations"
import type { Choice, Operation, Situation } from "./walker"

export type Walk = {
  container: MedusaContainer
  stripe: TestStripe
  refunds: RefundsApi
  story: Story
  digits: number
}

/** Takes the steps that are possible; after each, the books agree. */
export async function takeWalk(
  walk: Walk,
  choices: Choice[]
): Promise<string[]> {
  const taken: string[] = []
  for (const choice of choices) {
    const { name, step } = await findStep(walk, choice, OPERATIONS)
    taken.push(name)
    try {
      await step()
      await agree(walk)
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      throw new Error(`after ${taken.join(" > ")}: ${reason}`, { cause: error })
    }
  }
  return taken
}

/** The next operation that is possible now, from the chosen one on. */
export async function findStep(
  walk: Walk,
  choice: Choice,
  operations: Record<string, Operation>
): Promise<{ name: string; step: () => Promise<unknown> }> {
  const situation = await look(walk)
  const names = Object.keys(operations)
  for (const offset of names.keys()) {
    const name = String(names[(choice.operation + offset) % names.length])
    const step = operations[name]?.(situation, choice)
    if (step) {
      return { name, step }
    }
  }
  return { name: "nothing", step: async () => undefined }
}

async function look({ container, refunds, story }: Walk): Promise<Situation> {
  const overview = await refunds.overview(story.order.id)
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "order",
      fields: ["items.*", "items.detail.*"],
      filters: { id: story.order.id },
    })
  const [order]: {
    items: { id: string; detail: Record<string, number> }[]
  }[] = JSON.parse(JSON.stringify(data))
  const lines = story.order.items.map(({ id }) => {
    const detail = order?.items.find((item) => item.id === id)?.detail ?? {}
    const count = (...fields: string[]) =>
      fields.reduce((sum, field) => sum + Number(detail[field] ?? 0), 0)
    return {
      quantity: count("quantity"),
      shipped: count("fulfilled_quantity"),
      returned: count(
        "return_requested_quantity",
        "return_received_quantity",
        "return_dismissed_quantity"
      ),
    }
  })
  return { story, refunds, overview, returns: await story.returns(), lines }
}

/** What must be true at every moment, as soon as subscribers are done. */
export async function agree(walk: Walk): Promise<void> {
  let wrong = await disagreement(walk)
  for (let tries = 0; wrong && tries < 60; tries++) {
    await wait(50)
    wrong = await disagreement(walk)
  }
  if (wrong) {
    throw new Error(wrong)
  }
}

async function disagreement(walk: Walk): Promise<string | null> {
  const { container, stripe, refunds, story, digits } = walk
  const books = await readBooks(container, stripe, story.order)
  const { summary } = await refunds.overview(story.order.id)
  const unit = MathBN.div(1, 10 ** (digits === 3 ? 2 : digits))
  const isSame = (a: unknown, b: unknown) =>
    MathBN.lt(MathBN.abs(MathBN.sub(a as string, b as string)), unit)
  const sum = (...amounts: string[]) => MathBN.sum(0, ...amounts).toFixed()
  const given = MathBN.div(books.stripe_minor, 10 ** digits).toFixed()
  const rules: [string, unknown, unknown][] = [
    [
      "pending = -(owed + failed)",
      books.pending_difference,
      MathBN.mult(sum(summary.owed, summary.failed), -1).toFixed(),
    ],
    ["refund rows = Stripe", books.refund_rows, given],
    ["order transactions = -Stripe", books.order_transactions, `-${given}`],
    [
      "refundable + refunded + pending + reserved = captured",
      sum(
        summary.refundable,
        summary.refunded,
        summary.pending,
        summary.reserved
      ),
      summary.captured,
    ],
  ]
  const broken = rules.find(([, a, b]) => !isSame(a, b))
  if (MathBN.gt(given, summary.captured)) {
    return `Stripe gave ${given} of ${summary.captured}`
  }
  return broken
    ? `${broken[0]}: ${String(broken[1])} and ${String(broken[2])}`
    : null
}
