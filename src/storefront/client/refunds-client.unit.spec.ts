import Medusa from "@medusajs/js-sdk"
import { refundsClient } from "./refunds-client"
import type { RefundsError } from "./refunds-error"

const STORE = { baseUrl: "https://store.test", publishableKey: "pk_1" }

const sources = {
  "Medusa's SDK": () =>
    new Medusa({ ...STORE, auth: { jwtTokenStorageMethod: "nostore" } }),
  "an address": () => STORE,
}

describe.each(Object.entries(sources))("the client over %s", (name, source) => {
  const asked: Request[] = []
  let answer: () => Response | Promise<Response>

  beforeEach(() => {
    asked.length = 0
    jest.spyOn(global, "fetch").mockImplementation(async (input, init) => {
      asked.push(new Request(input as string, init))
      return await answer()
    })
  })
  afterEach(() => jest.restoreAllMocks())

  const client = refundsClient(source())
  const answers = (body: unknown, init?: ResponseInit) => {
    answer = () => Response.json(body, init)
  }
  const failure = (call: Promise<unknown>): Promise<RefundsError> =>
    call.then(
      () => Promise.reject(new Error("It did not fail.")),
      (error: RefundsError) => error
    )

  it("asks with the shop's key, and carries a guest's token in a header", async () => {
    answers({ order_refunds: [] }, { headers: { etag: 'W/"1"' } })
    const list = await client.listRefunds("order_1", { access: "token" })
    expect(list).toEqual({ changed: true, order_refunds: [], etag: 'W/"1"' })
    const [request] = asked
    expect(request?.url).toBe("https://store.test/store/orders/order_1/refunds")
    expect(request?.headers.get("x-publishable-api-key")).toBe("pk_1")
    expect(request?.headers.get("x-refund-access")).toBe("token")
  })

  it("names no token where there is none", async () => {
    answers({ order_refunds: [] })
    await client.listRefunds("order_1", { access: null })
    expect(asked[0]?.headers.has("x-refund-access")).toBe(false)
  })

  it("says that nothing changed since a tag", async () => {
    answer = () => new Response(null, { status: 304 })
    expect(await client.listRefunds("order_1", { etag: 'W/"1"' })).toEqual({
      changed: false,
      order_refunds: null,
      etag: 'W/"1"',
    })
    expect(asked[0]?.headers.get("if-none-match")).toBe('W/"1"')
  })

  it("sends a request as JSON with the key of its form", async () => {
    answers({ refund_request: { id: "refreq_1" } }, { status: 201 })
    const body = { items: [{ item_id: "ordli_1", quantity: 1 }] }
    const made = await client.createRequest("order_1", body, {
      idempotencyKey: "form-1",
    })
    expect(made.id).toBe("refreq_1")
    const [request] = asked
    expect(request?.method).toBe("POST")
    expect(request?.headers.get("idempotency-key")).toBe("form-1")
    expect(await request?.json()).toEqual(body)
  })

  it("sends photos as a form, whose boundary the browser chooses", async () => {
    answers({ refund_request: { id: "refreq_1", photos: 2 } })
    const photo = new Blob(["picture"], { type: "image/png" })
    await client.addPhotos("order_1", "refreq_1", [photo, photo])
    const [request] = asked
    expect(request?.url).toMatch(/\/refund-requests\/refreq_1\/photos$/)
    expect(request?.headers.get("content-type")).toMatch(
      /^multipart\/form-data; boundary=/
    )
    expect((await request?.formData())?.getAll("photos")).toHaveLength(2)
  })

  it.each([
    ["cancel", () => client.cancelRequest("order_1", "refreq_1"), {}],
    [
      "answer",
      () => client.answerRequest("order_1", "refreq_1", "Blue"),
      { message: "Blue" },
    ],
  ])("sends %s", async (action, act, body) => {
    answers({ refund_request: { id: "refreq_1" } })
    await act()
    expect(asked[0]?.url).toBe(
      `https://store.test/store/orders/order_1/refund-requests/refreq_1/${action}`
    )
    expect(await asked[0]?.json()).toEqual(body)
  })

  it.each([
    [
      "listRequests",
      () => client.listRequests("o/1"),
      "orders/o%2F1/refund-requests",
    ],
    [
      "refundOptions",
      () => client.refundOptions("o"),
      "orders/o/refund-options",
    ],
    ["refundPolicy", () => client.refundPolicy(), "refund-policy"],
    [
      "listAllRefunds",
      () => client.listAllRefunds({ offset: 20 }),
      "refunds?limit=20&offset=20",
    ],
    [
      "retrieveRequest",
      () => client.retrieveRequest("o", "r"),
      "orders/o/refund-requests/r",
    ],
  ])("%s asks its route", async (_name, ask, path) => {
    answers({})
    await ask()
    expect(asked[0]?.url).toBe(`https://store.test/store/${path}`)
  })

  it("asks for a link and withdraws without a login", async () => {
    answers({}, { status: 202 })
    await client.requestAccess({ display_id: 7, email: "a@example.com" })
    answers({ withdrawal: { received_at: "2026-12-01T10:00:00.000Z" } })
    const said = await client.withdraw({
      name: "Anna",
      order_number: "7",
      email: "a@example.com",
    })
    expect(said.received_at).toBe("2026-12-01T10:00:00.000Z")
    expect(asked.map(({ url }) => new URL(url).pathname)).toEqual([
      "/store/refund-access",
      "/store/withdrawals",
    ])
  })

  it("tells why the store refused", async () => {
    answers(
      {
        type: "conflict",
        code: "already_requested",
        message: "Asked for already.",
        details: { left: 1 },
      },
      { status: 409 }
    )
    const error = await failure(client.listRequests("order_1"))
    expect(error).toMatchObject({
      name: "RefundsError",
      status: 409,
      message: "Asked for already.",
      // The SDK keeps neither code nor details.
      ...(name === "an address"
        ? { code: "already_requested", details: { left: 1 } }
        : { code: "conflict", details: {} }),
    })
  })

  it.each([
    [401, "unauthorized"],
    [404, "order_not_found"],
    [429, "too_many_requests"],
    [500, "unknown_error"],
  ])("reads status %d without a code as %s", async (status, code) => {
    answer = () => new Response("<html>", { status })
    expect(await failure(client.listRequests("order_1"))).toMatchObject({
      code,
      status,
    })
  })

  it("says that no answer came", async () => {
    answer = () => Promise.reject(new TypeError("fetch failed"))
    expect(await failure(client.listRequests("order_1"))).toMatchObject({
      code: "offline",
      status: 0,
    })
  })

  it("says that an answer is not the store's", async () => {
    answer = () => new Response("<html>", { status: 200 })
    expect(await failure(client.listRequests("order_1"))).toMatchObject({
      code: "unknown_error",
      status: 200,
    })
  })

  it("sends no header that has no value", async () => {
    answers({ order_refunds: [] })
    await refundsClient({
      ...STORE,
      headers: () => ({ authorization: undefined, "x-shop": "1" }),
    }).listRefunds("order_1")
    expect(asked[0]?.headers.has("authorization")).toBe(false)
    expect(asked[0]?.headers.get("x-shop")).toBe("1")
  })

  it("lets an abort through as what it is", async () => {
    answer = () => Promise.reject(new DOMException("Stopped", "AbortError"))
    expect((await failure(client.listRequests("order_1"))).name).toBe(
      "AbortError"
    )
  })
})
