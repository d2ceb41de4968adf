import {
  openLab,
  outcome,
  paidCharge,
  post,
  refusal,
  type Lab,
} from "./support"

/** Rows are those of `stripe-recorded/answers.jsonl`. */
describe("lists, headers and keys, as recorded", () => {
  let lab: Lab
  beforeAll(async () => {
    lab = await openLab()
  })
  afterAll(() => lab.emulator.close())
  beforeEach(() => lab.emulator.control.reset())

  describe("lists", () => {
    it("take a limit that is too small or too large for the nearest one", async () => {
      const charge = paidCharge(lab)
      for (let refund = 0; refund < 3; refund++) {
        await lab.stripe.refunds.create({ charge, amount: 1 })
      }
      const sizes = await Promise.all(
        [0, -1, 101].map(
          async (limit) =>
            (await lab.stripe.refunds.list({ limit })).data.length
        )
      )
      expect(sizes).toEqual([1, 1, 3])
    })

    it("refuse cursors that do not exist, and two at once (rows 067 and 068)", async () => {
      const { list } = lab.stripe.refunds
      const by = list.bind(lab.stripe.refunds)
      expect(await refusal(by({ starting_after: "re_none" }))).toEqual({
        statusCode: 400,
        rawType: "invalid_request_error",
        code: "resource_missing",
        param: "starting_after",
        message: "No such refund: 're_none'",
      })
      const both = { starting_after: "re_a", ending_before: "re_b" }
      expect(await refusal(by(both))).toMatchObject({
        statusCode: 400,
        code: undefined,
        message:
          "Received both starting_after and ending_before parameters. Please pass in only one.",
      })
    })

    it("refuse parameters that they do not have, inside others, too", async () => {
      const odd = (params: object) => refusal(lab.stripe.refunds.list(params))
      expect(await odd({ colour: "red" })).toMatchObject({
        statusCode: 400,
        code: "parameter_unknown",
        param: "colour",
      })
      expect((await odd({ created: { near: 1 } }))?.param).toBe("created[near]")
    })

    it("count what they found when they were filtered (row 043)", async () => {
      const charge = paidCharge(lab)
      await lab.stripe.refunds.create({ charge, amount: 1 })
      const filtered = await lab.stripe.refunds.list({ charge, limit: 1 })
      expect(filtered).toMatchObject({ count: 1 })
      expect(await lab.stripe.refunds.list()).not.toHaveProperty("count")
    })
  })

  describe("headers", () => {
    const refund = (charge: string, amount: string, key?: string) =>
      post(lab, "/v1/refunds", { charge, amount }, key)

    it("of what was carried out tell clients not to try again (rows 001 and 008)", async () => {
      const charge = paidCharge(lab)
      for (const [amount, status] of [
        ["100", 200],
        ["5000", 400],
      ] as const) {
        const { headers, ...answer } = await refund(charge, amount)
        expect(answer.status).toBe(status)
        expect(headers.get("stripe-should-retry")).toBe("false")
        expect(headers.get("original-request")).toBe(headers.get("request-id"))
      }
    })

    it("of early refusals and of reading do not (row 007)", async () => {
      const { headers, status } = await refund(paidCharge(lab), "-1")
      expect(status).toBe(400)
      expect(headers.get("stripe-should-retry")).toBeNull()
      const { lastResponse } = await lab.stripe.refunds.list()
      expect(lastResponse.headers).not.toHaveProperty("stripe-should-retry")
      expect(lastResponse.headers).not.toHaveProperty("original-request")
    })

    it("of a repeated answer name the request that was answered first", async () => {
      const charge = paidCharge(lab)
      const first = await refund(charge, "100", "k")
      const again = await refund(charge, "100", "k")
      const id = first.headers.get("request-id")
      expect(again.headers.get("original-request")).toBe(id)
      expect(again.headers.get("request-id")).not.toBe(id)
    })

    it("of a stored 500 keep a client from asking again", async () => {
      const charge = paidCharge(lab)
      lab.emulator.control.clearRequests()
      lab.emulator.control.addFault({
        path: "/v1/refunds",
        effect: "500_saved",
      })
      await outcome(lab.retrying.refunds.create({ charge }))
      expect(lab.emulator.control.requests()).toHaveLength(1)
    })

    it("errors link to their request, and to the page of their code", async () => {
      const charge = paidCharge(lab)
      await lab.stripe.refunds.create({ charge })
      expect(
        await outcome(lab.stripe.refunds.create({ charge }))
      ).toMatchObject({
        error: {
          doc_url:
            "https://docs.stripe.com/error-codes/charge-already-refunded",
          raw: { request_log_url: expect.stringMatching(/^https:/) },
        },
      })
    })
  })

  describe("keys", () => {
    it("can be used again after a refusal that carried nothing out", async () => {
      const options = { idempotencyKey: "k" }
      const pay = (payment_method: string) =>
        lab.stripe.paymentIntents.create(
          { amount: 5, currency: "eur", confirm: true, payment_method },
          options
        )
      expect(await refusal(pay("pm_none"))).toMatchObject({
        code: "resource_missing",
      })
      expect((await pay("pm_card_visa")).status).toBe("succeeded")
    })

    it("are for one endpoint (row 091)", async () => {
      const options = { idempotencyKey: "k" }
      const charge = paidCharge(lab)
      await lab.stripe.refunds.create({ charge }, options)
      expect(await refusal(lab.stripe.customers.create({}, options))).toEqual({
        statusCode: 400,
        rawType: "idempotency_error",
        code: undefined,
        param: undefined,
        message:
          "Keys for idempotent requests can only be used for the same endpoint they were first used for ('/v1/customers' vs '/v1/refunds'). Try using a key other than 'k' if you meant to execute a different request.",
      })
    })

    it("in use are a 409 whose type is that of a refusal (row 089)", async () => {
      const charge = paidCharge(lab)
      lab.emulator.control.addFault({ method: "POST", effect: "slow", ms: 100 })
      const create = () =>
        refusal(lab.stripe.refunds.create({ charge }, { idempotencyKey: "k" }))
      const results = await Promise.all([create(), create()])
      expect(results).toContainEqual(
        expect.objectContaining({
          statusCode: 409,
          rawType: "invalid_request_error",
          code: "idempotency_key_in_use",
        })
      )
    })
  })
})
