import { nameOf, type Side } from "./matrix/cells"
import { representativeCells } from "./matrix/representative"
import { runSide, type Result } from "./matrix/run-side"

/** About two minutes; a busy machine takes several times as long. */
const RUN_MS = 900_000

const healed = representativeCells("native").slice(0, 1)
const broken = representativeCells("native").slice(1)

/**
 * A part of the matrix that `npm run test:faults` tries as a whole. Medusa alone
 * is tried besides: it shows that the checks find what they look for.
 */
describe("whatever goes wrong between store and Stripe", () => {
  const results = new Map<string, Result>()

  beforeAll(async () => {
    const run = async (side: Side) => {
      for (const result of await runSide(side, representativeCells(side))) {
        results.set(result.name, result)
      }
    }
    // Both before anything ends: what still runs would outlive the tests.
    const ends = await Promise.allSettled([run("ours"), run("native")])
    for (const end of ends) {
      if (end.status === "rejected") {
        throw end.reason
      }
    }
  }, RUN_MS)

  it.each(representativeCells("ours").map(nameOf))(
    "the money goes once and the books know it: %s",
    (name) => {
      expect(results.get(name)).toMatchObject({
        tried: true,
        verdict: { lost: false, doubled: false, wrong: [] },
      })
    }
  )

  it.each(healed.map(nameOf))(
    "Medusa alone is right when its client's repeat heals the fault: %s",
    (name) => {
      expect(results.get(name)?.verdict).toEqual({
        lost: false,
        doubled: false,
        wrong: [],
      })
    }
  )

  it.each(broken.map(nameOf))("Medusa alone pays twice: %s", (name) => {
    expect(results.get(name)).toMatchObject({
      tried: true,
      verdict: { doubled: true },
    })
  })
})
