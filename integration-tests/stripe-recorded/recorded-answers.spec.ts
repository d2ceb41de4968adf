import Stripe from "stripe"
import {
  cancelIntent,
  cancelStripeRefund,
  confirmOffSession,
  createStripeRefund,
  findStripeRelease,
  listPaymentDisputes,
  listPaymentRefunds,
  readIntent,
  retrieveDispute,
  retrieveRefund,
  sendStripeRelease,
  verifyStripeEvent,
} from "../../src/stripe"
import { isOurs } from "../../src/workers/inbox/event-types"
import { recordings, type Recording } from "./recordings"
import { startReplayServer, type ReplayServer } from "./replay-server"

let replay: ReplayServer
beforeAll(async () => {
  replay = await startReplayServer()
})
afterAll(() => replay.close())

const SECRET = "whsec_replay"
const TARGET = { payment_intent: "pi_1" }

const createRefund = () =>
  createStripeRefund(replay.stripe, {
    target: TARGET,
    minor_amount: "100",
    metadata: {},
    idempotency_key: "key",
  })

/** What a call that may throw ended with. */
async function orThrows(call: Promise<unknown>): Promise<unknown> {
  try {
    return await call
  } catch (error) {
    if (error instanceof Stripe.errors.StripeError) {
      return { kind: "throws", status: error.statusCode }
    }
    throw error
  }
}

/** A capture of everything (null: a cancellation), as the recorders asked. */
const release = (minor_amount: string | null) => ({
  payment_intent: "pi_1",
  minor_amount,
  idempotency_key: "key",
})

const intentIn = ({ body }: Recording): Record<string, unknown> =>
  (Reflect.get((body.error as object | undefined) ?? {}, "payment_intent") as
    Record<string, unknown> | undefined) ?? body

const flatRelease = (
  outcome: Awaited<ReturnType<typeof sendStripeRelease>>
): unknown =>
  outcome.kind === "accepted"
    ? {
        kind: "accepted",
        release: outcome.data.status === "canceled" ? "canceled" : "captured",
      }
    : outcome

/** What our client makes of a recording, by the call that got it. */
async function derive(recording: Recording): Promise<unknown> {
  const { stripe } = replay
  switch (recording.kind) {
    case "error":
    case "refund.create":
      return createRefund()
    case "refund.retrieve":
    case "refund.update":
      return (await retrieveRefund(stripe, "re_1")).outcome
    case "refund.cancel":
      return cancelStripeRefund(stripe, "re_1")
    case "refund.list": {
      const refunds = await listPaymentRefunds(stripe, TARGET)
      const times = refunds.map(({ created }) => created)
      return {
        refunds: refunds.length,
        newest_first: times.every((time, i) => time <= (times[i - 1] ?? time)),
      }
    }
    case "dispute.list":
      return (await listPaymentDisputes(stripe, TARGET))[0]
    case "dispute.retrieve":
    case "dispute.close":
    case "dispute.update":
      return orThrows(retrieveDispute(stripe, "du_1"))
    case "payment_intent.confirm":
      return confirmOffSession(stripe, {
        id: "pi_1",
        payment_method: "pm_1",
        idempotency_key: "key",
      })
    case "payment_intent.retrieve":
      return readIntent(stripe, "pi_1")
    case "payment_intent.cancel":
      return flatRelease(await sendStripeRelease(stripe, release(null)))
    case "payment_intent.capture":
      return flatRelease(
        await sendStripeRelease(
          stripe,
          release(String(intentIn(recording).amount))
        )
      )
    case "event":
      return deriveHint(recording)
    case "event_order":
      return {
        wakes_us: (recording.body.listen as [string, string][]).every(
          ([, type]) => isOurs(type)
        ),
      }
    default:
      throw new Error(`Nobody asks Stripe for ${recording.kind}.`)
  }
}

/** The event as Stripe delivers it, signed. */
function deriveHint({ status, body }: Recording): unknown {
  const payload = Buffer.from(JSON.stringify(body))
  const signature = Stripe.webhooks.generateTestHeaderString({
    payload: payload.toString(),
    secret: SECRET,
  })
  const hint = verifyStripeEvent(replay.stripe, payload, signature, [SECRET])
  const object = Reflect.get(body.data as object, "object") as {
    object: string
  }
  return {
    http: status,
    hint: hint && {
      type: hint.type,
      object: object.object,
      payment_intent: hint.payment_intent !== null,
      charge: hint.charge !== null,
      request_key: hint.request_key !== null,
    },
    becomes: hint && isOurs(hint.type) ? "processed" : "ignored",
  }
}

const expected = (outcome: Recording["outcome"]) =>
  Object.fromEntries(
    Object.entries(outcome).map(([field, value]) => [
      field,
      value === "*" ? expect.any(String) : value,
    ])
  )

const ALL = recordings()

describe("what Stripe was recorded to answer", () => {
  it.each(ALL.map((recording) => [recording.id, recording.kind, recording]))(
    "%s: %s has the outcome that it must have",
    async (_id, _kind, recording) => {
      replay.answerWith(recording as Recording)
      expect(await derive(recording as Recording)).toMatchObject(
        expected((recording as Recording).outcome)
      )
    }
  )

  it("is 91 answers, events and texts", () => {
    expect(ALL).toHaveLength(91)
  })

  it("names no person, no account and no key", () => {
    const text = JSON.stringify(ALL)
    expect(text).not.toMatch(/[\w.+-]+@[\w-]+\.\w+/)
    expect(text).not.toMatch(/\b(sk|rk|pk)_(test|live)_\w|whsec_\w/)
    const ids = text.match(
      /\b(acct|ch|cus|dp|du|evt|in|pi|pm|pmc|py|pyr|re|req|trr|txn)_[A-Za-z0-9]{12,}/g
    )
    expect(ids?.filter((id) => !/_S/.test(id))).toEqual([])
  })
})

describe("an intent that was read back after a lost answer", () => {
  const intents = ALL.filter(
    ({ kind, status }) => kind === "payment_intent.cancel" && status === 400
  )

  it.each(intents.map((recording) => [recording.id, recording]))(
    "%s tells what became of it",
    async (_id, recording) => {
      const intent = intentIn(recording as Recording)
      replay.answerWith({ status: 200, body: intent })
      const state = await cancelIntent(replay.stripe, "pi_1")
      const found = await findStripeRelease(replay.stripe, release(null))
      const canceled = intent.status === "canceled"
      expect(state.kind).toBe(canceled ? "canceled" : "paid")
      expect(found?.kind).toBe(canceled ? "accepted" : "declined")
    }
  )
})
