import { createHmac } from "node:crypto"
import fc from "fast-check"
import { stripeClient } from "./client"
import { verifyStripeEvent, type StripeEventHint } from "./verify-event"

const stripe = stripeClient({ apiKey: "sk_test_unit", timeoutMs: 1000 })
const SECRET = "whsec_now"

const now = () => Math.floor(Date.now() / 1000)

/** A header as Stripe writes it: one `v1` per secret that is active there. */
const signatureOf = (
  body: Buffer,
  secrets: string[] = [SECRET],
  timestamp = now()
): string =>
  [
    `t=${timestamp}`,
    ...secrets.map((secret) => {
      const hmac = createHmac("sha256", secret)
      return `v1=${hmac.update(`${timestamp}.`).update(body).digest("hex")}`
    }),
  ].join(",")

const bytes = (event: unknown): Buffer =>
  Buffer.from(typeof event === "string" ? event : JSON.stringify(event))

/** Reads an event that Stripe signed with the only secret there is. */
const read = (event: unknown): StripeEventHint | null => {
  const body = bytes(event)
  return verifyStripeEvent(stripe, body, signatureOf(body), [SECRET])
}

const EVENT = {
  id: "evt_1",
  object: "event",
  type: "refund.created",
  api_version: "2026-10-28.endive",
  request: { id: "req_1", idempotency_key: "ref_1" },
  data: {
    object: {
      id: "re_1",
      object: "refund",
      payment_intent: "pi_1",
      charge: "ch_1",
    },
  },
}

const HINT: StripeEventHint = {
  id: "evt_1",
  type: "refund.created",
  api_version: "2026-10-28.endive",
  object_id: "re_1",
  payment_intent: "pi_1",
  charge: "ch_1",
  request_key: "ref_1",
}

/** Nothing but what every event has. */
const BARE: StripeEventHint = {
  id: "evt_1",
  type: "refund.created",
  api_version: null,
  object_id: null,
  payment_intent: null,
  charge: null,
  request_key: null,
}

describe("the signature of an event", () => {
  const body = bytes(EVENT)
  const verify = (signature: unknown, secrets: string[], signed = body) =>
    verifyStripeEvent(stripe, signed, signature, secrets)

  it("of the store's secret lets it in", () => {
    expect(verify(signatureOf(body), [SECRET])).toEqual(HINT)
  })

  it.each(["whsec_now", "whsec_next"])(
    "may be of any secret of the store while they rotate: %s",
    (secret) => {
      const both = ["whsec_now", "whsec_next"]
      expect(verify(signatureOf(body, [secret]), both)).toEqual(HINT)
    }
  )

  it.each(["whsec_now", "whsec_next"])(
    "may come twice while Stripe's secrets rotate; one fits a store that knows %s",
    (secret) => {
      const header = signatureOf(body, ["whsec_now", "whsec_next"])
      expect(verify(header, [secret])).toEqual(HINT)
    }
  )

  it("of no secret of the store keeps it out", () => {
    const header = signatureOf(body, ["whsec_a", "whsec_b"])
    expect(verify(header, ["whsec_now", "whsec_next"])).toBeNull()
    expect(verify(signatureOf(body), [])).toBeNull()
  })

  it("does not fit a body that was changed by one byte", () => {
    const changed = Buffer.from(body)
    changed[changed.length - 1] = 0x20
    expect(verify(signatureOf(body), [SECRET], changed)).toBeNull()
  })

  it("does not fit the same event written in another way", () => {
    const spaced = Buffer.from(JSON.stringify(EVENT, null, 2))
    expect(verify(signatureOf(body), [SECRET], spaced)).toBeNull()
  })

  it("is good for five minutes", () => {
    const aged = (seconds: number) =>
      verify(signatureOf(body, [SECRET], now() - seconds), [SECRET])
    expect(aged(290)).toEqual(HINT)
    expect(aged(310)).toBeNull()
  })

  it("cannot be made younger, for the timestamp is signed", () => {
    const old = signatureOf(body, [SECRET], now() - 600)
    expect(verify(old.replace(/^t=\d+/, `t=${now()}`), [SECRET])).toBeNull()
  })

  it.each([
    ["no header", undefined],
    ["an empty header", ""],
    ["several headers", [signatureOf(body), signatureOf(body)]],
    ["a header without a signature", `t=${now()}`],
    ["a header without a timestamp", signatureOf(body).split(",")[1]],
    ["an old scheme only", signatureOf(body).replace("v1=", "v0=")],
    ["half a signature", signatureOf(body).slice(0, -32)],
    ["nonsense", "🐈=,,=t"],
  ])("is refused when it is %s", (_what, header) => {
    expect(verify(header, [SECRET])).toBeNull()
  })
})

describe("what an event tells", () => {
  it("is whom to ask: ids, and the key of the request that caused it", () => {
    expect(read(EVENT)).toEqual(HINT)
  })

  it("of a thin event is the object's id alone, under the type it always had", () => {
    const thin = {
      id: "evt_1",
      object: "v2.core.event",
      type: "v1.refund.created",
      related_object: { id: "re_1", type: "refund", url: "/v1/refunds/re_1" },
    }
    expect(read(thin)).toEqual({ ...BARE, object_id: "re_1" })
  })

  it.each([
    ["by its type", { id: "ch_1", type: "charge", url: "/v1/charges/ch_1" }],
    ["by its id", { id: "py_1" }],
  ])("of a thin event about a charge is the charge: %s", (_how, about) => {
    const thin = {
      id: "evt_1",
      object: "v2.core.event",
      type: "v1.charge.refunded",
      related_object: about,
    }
    expect(read(thin)).toEqual({
      ...BARE,
      type: "charge.refunded",
      object_id: about.id,
      charge: about.id,
    })
  })

  it("of a thin event about a refund of such a charge is the refund", () => {
    const thin = {
      id: "evt_1",
      type: "v1.charge.refund.updated",
      related_object: { id: "pyr_1", type: "refund" },
    }
    expect(read(thin)).toMatchObject({ object_id: "pyr_1", charge: null })
  })

  it("of a thin event has the id of the snapshot about the same change", () => {
    const thin = {
      id: "evt_thin",
      type: "v1.refund.created",
      snapshot_event: "evt_1",
      related_object: { id: "re_1", type: "refund" },
    }
    expect(read(thin)).toEqual({ ...BARE, object_id: "re_1" })
  })

  it("of a thin event has the key of the request that caused it", () => {
    const thin = {
      id: "evt_1",
      type: "v1.refund.created",
      reason: {
        type: "request",
        request: { id: "req_1", idempotency_key: "ref_1" },
      },
      related_object: { id: "re_1", type: "refund" },
    }
    expect(read(thin)).toMatchObject({ request_key: "ref_1" })
    expect(read({ ...thin, reason: { type: "other" } })).toMatchObject({
      request_key: null,
    })
  })

  it("of an expanded object is the same as of its id", () => {
    const object = {
      ...EVENT.data.object,
      payment_intent: { id: "pi_1", object: "payment_intent" },
      charge: { id: "ch_1", object: "charge" },
    }
    expect(read({ ...EVENT, data: { object } })).toEqual(HINT)
  })

  it("of a charge is the charge itself", () => {
    const object = { id: "ch_1", object: "charge", payment_intent: "pi_1" }
    expect(
      read({ ...EVENT, type: "charge.refunded", data: { object } })
    ).toMatchObject({ charge: "ch_1", payment_intent: "pi_1" })
  })

  it.each<[string, unknown]>([
    ["no content", {}],
    ["content that is null", { data: null, request: null }],
    ["content that is a text", { data: "refund", request: "req_1" }],
    ["an object that is a list", { data: { object: [] } }],
    ["an object of numbers", { data: { object: { id: 1, charge: 2 } } }],
    ["references that are lists", { data: { object: { payment_intent: [] } } }],
    ["a version that is a number", { api_version: 20261028 }],
    ["a related object without id", { related_object: { type: "refund" } }],
    ["a reason that is a text", { reason: "request" }],
    ["a reason without a request", { reason: { type: "request", request: 1 } }],
    ["a request with a number for a key", { request: { idempotency_key: 1 } }],
    [
      "references that no database keeps",
      { data: { object: { id: "re_\0", payment_intent: "p".repeat(256) } } },
    ],
  ])("is nothing where it has %s", (_what, rest) => {
    const event = Object.assign({ id: "evt_1", type: "refund.created" }, rest)
    expect(read(event)).toEqual(BARE)
  })

  it.each<[string, unknown]>([
    ["not JSON", "{"],
    ["an empty body", ""],
    ["null", null],
    ["a number", 1],
    ["a list of events", [EVENT]],
    ["without an id", { ...EVENT, id: undefined }],
    ["with an empty id", { ...EVENT, id: "" }],
    ["with an id that is an object", { ...EVENT, id: { id: "evt_1" } }],
    ["with an endless id", { ...EVENT, id: "e".repeat(256) }],
    ["with an id that no database keeps", { ...EVENT, id: "evt_\0" }],
    ["with a type that no database keeps", { ...EVENT, type: "refund\0" }],
    ["without a type", { ...EVENT, type: undefined }],
    ["with a type that is a number", { ...EVENT, type: 1 }],
  ])("is no event at all when it is %s", (_what, event) => {
    expect(read(event)).toBeNull()
  })
})

describe("whatever comes", () => {
  const isHintOrNull = (hint: StripeEventHint | null) =>
    hint === null ||
    Object.values(hint).every(
      (value) => value === null || typeof value === "string"
    )

  it("as bytes, is refused without throwing, signed or not", () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 400 }),
        fc.string(),
        (raw, text) => {
          const body = Buffer.from(raw)
          const verify = (header: string) =>
            verifyStripeEvent(stripe, body, header, [SECRET])
          expect(verify(text)).toBeNull()
          expect(verify(signatureOf(body))).toBeNull()
        }
      )
    )
  })

  it("as JSON, is read as texts and nulls or refused", () => {
    const anything = fc.jsonValue()
    const reference = fc.oneof(fc.string(), fc.record({ id: anything }))
    const event = fc.record(
      {
        id: fc.oneof(fc.string(), anything),
        type: fc.oneof(fc.string(), anything),
        api_version: anything,
        request: fc.oneof(fc.record({ idempotency_key: anything }), anything),
        data: fc.oneof(
          fc.record({
            object: fc.record(
              {
                id: fc.oneof(fc.string(), anything),
                object: fc.oneof(fc.constant("charge"), anything),
                payment_intent: fc.oneof(reference, anything),
                charge: fc.oneof(reference, anything),
              },
              { requiredKeys: [] }
            ),
          }),
          anything
        ),
        related_object: fc.oneof(reference, anything),
        reason: fc.oneof(fc.record({ request: anything }), anything),
      },
      { requiredKeys: [] }
    )
    fc.assert(
      fc.property(fc.oneof(event, anything), (value) =>
        isHintOrNull(read(value))
      )
    )
  })
})
