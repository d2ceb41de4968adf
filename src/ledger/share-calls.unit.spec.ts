import { setTimeout as wait } from "node:timers/promises"
import { ALONE, shareReads, shareWrites } from "./share-calls"

/** Ends when it is let go. */
function gate() {
  let open = (): void => undefined
  const closed = new Promise<void>((resolve) => {
    open = resolve
  })
  return { closed, open: () => open() }
}

describe("reads that are shared", () => {
  it("go together when they are asked for at the same moment, and are answered in their order", async () => {
    const asked: string[][] = []
    const read = shareReads(async (keys: readonly string[]) => {
      asked.push([...keys])
      return keys.map((key) => key.toUpperCase())
    })
    expect(await Promise.all(["a", "b", "a"].map(read))).toEqual([
      "A",
      "B",
      "A",
    ])
    expect(asked).toEqual([["a", "b", "a"]])
  })

  it("wait for the one that runs, and then go together", async () => {
    const first = gate()
    const asked: string[][] = []
    const read = shareReads(async (keys: readonly string[]) => {
      asked.push([...keys])
      await first.closed
      return [...keys]
    })
    const a = read("a")
    await wait(1)
    const others = [read("b"), read("c")]
    await wait(1)
    expect(asked).toEqual([["a"]])
    first.open()
    await Promise.all([a, ...others])
    expect(asked).toEqual([["a"], ["b", "c"]])
  })

  it("do not wait for one that hangs", async () => {
    const hung = gate()
    const read = shareReads(async (keys: readonly string[]) => {
      await (keys.includes("hangs") && hung.closed)
      return [...keys]
    })
    const hangs = read("hangs")
    await wait(1)
    expect(await read("b")).toBe("b")
    hung.open()
    expect(await hangs).toBe("hangs")
  })

  it("never answer with what was read before the question", async () => {
    let stored = 1
    const first = gate()
    const read = shareReads(async (keys: readonly string[]) => {
      const value = stored
      await first.closed
      return keys.map(() => value)
    })
    const before = read("a")
    await wait(1)
    stored = 2
    const after = read("a")
    first.open()
    expect(await Promise.all([before, after])).toEqual([1, 2])
  })

  it("go on after one that failed", async () => {
    let fails = true
    const read = shareReads(async (keys: readonly string[]) => {
      if (fails) {
        throw new Error("gone")
      }
      return [...keys]
    })
    await expect(read("a")).rejects.toThrow("gone")
    fails = false
    expect(await read("b")).toBe("b")
  })

  it("fail only for the one whose fault it was", async () => {
    const read = shareReads(async (keys: readonly string[]) => {
      if (keys.includes("bad")) {
        throw new Error("no such text")
      }
      return [...keys]
    })
    expect(await Promise.allSettled(["a", "bad", "b"].map(read))).toMatchObject(
      [{ value: "a" }, { reason: { message: "no such text" } }, { value: "b" }]
    )
  })

  it("are at most 50", async () => {
    const sizes: number[] = []
    const read = shareReads(async (keys: readonly number[]) => {
      sizes.push(keys.length)
      return [...keys]
    })
    await Promise.all(Array.from({ length: 120 }, (_, key) => read(key)))
    expect(Math.max(...sizes)).toBe(50)
  })
})

describe("writes that are shared", () => {
  it("are each done alone where one makes all of them fail, so that only that one fails", async () => {
    const done: string[] = []
    const write = shareWrites(async (inputs: readonly string[]) => {
      if (inputs.includes("bad")) {
        throw new Error("refused")
      }
      done.push(...inputs)
      return inputs.map((input) => `${input} written`)
    })
    const results = await Promise.allSettled(["a", "bad", "b"].map(write))
    expect(results).toMatchObject([
      { value: "a written" },
      { status: "rejected", reason: { message: "refused" } },
      { value: "b written" },
    ])
    expect(done).toEqual(["a", "b"])
  })

  it("leave one that has to wait to itself, and it holds nobody up", async () => {
    const held = gate()
    const write = shareWrites(
      async (inputs: readonly string[], waits: boolean) => {
        if (waits) {
          await held.closed
          return [...inputs]
        }
        return inputs.map((input) => (input === "held" ? ALONE : input))
      }
    )
    let waited = false
    const waiting = write("held").then((written) => {
      waited = true
      return written
    })
    expect(await write("free")).toBe("free")
    expect(await write("later")).toBe("later")
    expect(waited).toBe(false)
    held.open()
    expect(await waiting).toBe("held")
  })

  it("fail with their own error, and are not tried twice where there was only one", async () => {
    let tries = 0
    const write = shareWrites(async (_: readonly string[]) => {
      tries++
      throw new Error("refused")
    })
    await expect(write("a")).rejects.toThrow("refused")
    expect(tries).toBe(1)
  })
})
