import type { ProviderOutcome, ProviderRequest } from "./provider-request"
import { resolveRequest } from "./resolve-request"
import { submitRequest } from "./submit-request"

const NOW = new Date("2026-11-30T12:00:00Z")
const HOUR_MS = 60 * 60 * 1000
const ACCEPTED = { kind: "accepted" } as const
const LOST = {
  kind: "unknown",
  code: "timeout",
  message: "No answer.",
} as const
const FINISHED = { ...LOST, finished: true }

/** A request of which the log says what was done with it, in order. */
function request({
  answers = [],
  traces = [],
  hoursAgo = 1,
  begins = true,
}: {
  answers?: ProviderOutcome[]
  traces?: (ProviderOutcome | null)[]
  hoursAgo?: number
  begins?: boolean
} = {}) {
  const log: string[] = []
  const made: ProviderRequest<ProviderOutcome, string> = {
    first_attempt_at: new Date(
      NOW.getTime() - hoursAgo * HOUR_MS
    ).toISOString(),
    key_lifetime_ms: 23 * HOUR_MS,
    async begin(attempt) {
      log.push(attempt)
      return begins
    },
    async send() {
      log.push("send")
      return answers.shift() ?? LOST
    },
    async find() {
      log.push("find")
      return traces.shift() ?? null
    },
    async record(outcome) {
      const said = "code" in outcome ? outcome.code : outcome.kind
      log.push(`record ${said}`)
      return said
    },
  }
  return { made, log }
}

describe("a request that is submitted", () => {
  it("is committed as sent before it is sent, and its answer is recorded", async () => {
    const { made, log } = request({ answers: [ACCEPTED] })
    expect(await submitRequest(made, NOW)).toBe("accepted")
    expect(log).toEqual(["first", "send", "record accepted"])
  })

  it("is not sent where somebody else moved it", async () => {
    const { made, log } = request({ begins: false })
    expect(await submitRequest(made, NOW)).toBeNull()
    expect(log).toEqual(["first"])
  })

  it("is not sent again when its answer is lost", async () => {
    const { made, log } = request({ answers: [LOST] })
    await submitRequest(made, NOW)
    expect(log).toEqual(["first", "send", "record timeout"])
  })
})

describe("a request whose answer was lost", () => {
  it("is what the provider shows of it, and is not sent again", async () => {
    const { made, log } = request({ traces: [ACCEPTED] })
    expect(await resolveRequest(made, NOW)).toBe("accepted")
    expect(log).toEqual(["find", "record accepted"])
  })

  it("is repeated where the provider shows no trace", async () => {
    const { made, log } = request({ answers: [ACCEPTED] })
    await resolveRequest(made, NOW)
    expect(log).toEqual(["find", "repeat", "send", "record accepted"])
  })

  it("stays unknown where the repeat is lost as well", async () => {
    const { made, log } = request({ answers: [LOST] })
    await resolveRequest(made, NOW)
    expect(log).toEqual(["find", "repeat", "send", "record timeout"])
  })

  it.each([
    [22.9, ["find", "repeat", "send", "record timeout"]],
    [23, ["find", "record not_executed"]],
  ])(
    "is repeated only while its key is known: after %s hours",
    async (hoursAgo, expected) => {
      const { made, log } = request({ hoursAgo })
      await resolveRequest(made, NOW)
      expect(log).toEqual(expected)
    }
  )

  it("is looked for once more where the repeat says that the first attempt has ended", async () => {
    const { made, log } = request({
      answers: [FINISHED],
      traces: [null, ACCEPTED],
    })
    await resolveRequest(made, NOW)
    expect(log).toEqual(["find", "repeat", "send", "find", "record accepted"])
  })

  it("was never carried out where even then there is no trace", async () => {
    const { made, log } = request({ answers: [FINISHED] })
    await resolveRequest(made, NOW)
    expect(log.at(-1)).toBe("record not_executed")
  })
})
