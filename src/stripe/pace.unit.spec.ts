import { createPace } from "./pace"

/** A clock that only sleeping puts forward. */
function fakeTime() {
  let time = 0
  return {
    now: () => time,
    sleep: async (ms: number) => {
      time += ms
    },
  }
}

describe("the pace of a reconciliation", () => {
  it("keeps to the requests per second", async () => {
    const { now, sleep } = fakeTime()
    const pace = createPace(20, sleep, now)
    const times: number[] = []
    for (let call = 0; call < 40; call++) {
      await pace(async () => times.push(now()))
    }
    expect(times.at(-1)).toBe(39 * 50)
  })

  it("counts a call that makes two requests twice", async () => {
    const { now, sleep } = fakeTime()
    const pace = createPace(10, sleep, now)
    await pace(async () => undefined, 2)
    await pace(async () => undefined)
    expect(now()).toBe(200)
  })

  it("waits longer after every 429, then gives the answer", async () => {
    const { now, sleep } = fakeTime()
    const pace = createPace(20, sleep, now)
    let refusals = 3
    const answer = await pace(async () => {
      if (refusals-- > 0) {
        throw Object.assign(new Error("slow down"), { statusCode: 429 })
      }
      return "here"
    })
    expect(answer).toBe("here")
    expect(now()).toBe(500 + 1000 + 2000)
  })

  it("gives up on a 429 that does not end, and on every other error at once", async () => {
    const { now, sleep } = fakeTime()
    const pace = createPace(20, sleep, now)
    const failing = (statusCode: number) => {
      const call = jest.fn(async () => {
        throw Object.assign(new Error("no"), { statusCode })
      })
      return call
    }
    const limited = failing(429)
    await expect(pace(limited)).rejects.toThrow("no")
    expect(limited).toHaveBeenCalledTimes(6)
    const broken = failing(500)
    await expect(pace(broken)).rejects.toThrow("no")
    expect(broken).toHaveBeenCalledTimes(1)
  })
})
