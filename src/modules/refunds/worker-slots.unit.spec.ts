import { setImmediate as nextTurn } from "node:timers/promises"
import { WorkerSlots } from "./worker-slots"

/** Work that is done one piece a turn, and remembers how many were at it. */
function pileOf(pieces: number) {
  const pile = { left: pieces, done: 0, atOnce: 0, most: 0 }
  const workOne = async () => {
    if (pile.left === 0) {
      return false
    }
    pile.left -= 1
    pile.atOnce += 1
    pile.most = Math.max(pile.most, pile.atOnce)
    await nextTurn()
    pile.atOnce -= 1
    pile.done += 1
    return true
  }
  return { pile, workOne }
}

describe("worker slots", () => {
  it("work until nothing is left", async () => {
    const { pile, workOne } = pileOf(20)
    await new WorkerSlots(1).run(workOne)
    expect(pile).toMatchObject({ left: 0, done: 20 })
  })

  it("are never more than their number", async () => {
    const { pile, workOne } = pileOf(100)
    const slots = new WorkerSlots(3)
    await Promise.all(Array.from({ length: 50 }, () => slots.run(workOne)))
    expect(pile).toMatchObject({ left: 0, done: 100, most: 3 })
  })

  it("see what came while the last of them looked for more", async () => {
    const slots = new WorkerSlots(1)
    let left = 0
    let done = 0
    const workOne = async () => {
      const found = left
      await nextTurn()
      left -= found
      done += found
      return found > 0
    }
    const first = slots.run(workOne)
    // It has looked and found nothing, but does not know it yet.
    left = 1
    await slots.run(workOne)
    await first
    expect(done).toBe(1)
  })

  it("are free again after work that failed", async () => {
    const slots = new WorkerSlots(1)
    await expect(
      slots.run(async () => {
        throw new Error("no")
      })
    ).rejects.toThrow("no")
    const { pile, workOne } = pileOf(1)
    await slots.run(workOne)
    expect(pile.done).toBe(1)
  })
})
