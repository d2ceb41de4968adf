import { forwardRefunds } from "./forward-refunds"

describe("the route that passes requests on", () => {
  const asked: Request[] = []
  let answer: Response

  beforeEach(() => {
    asked.length = 0
    answer = Response.json(
      { order_refunds: [] },
      { headers: { etag: 'W/"1"', "set-cookie": "a=b" } }
    )
    jest.spyOn(global, "fetch").mockImplementation(async (input, init) => {
      asked.push(new Request(input as string, init))
      return answer
    })
  })
  afterEach(() => jest.restoreAllMocks())

  const handler = forwardRefunds({
    baseUrl: "https://store.test/",
    publishableKey: "pk_1",
    at: "/api/refunds",
    headers: async () => ({ authorization: "Bearer 1" }),
  })
  const ask = (path: string, init?: RequestInit) =>
    handler(new Request(`https://shop.test${path}`, init))

  it("adds the login, and passes on what the customer's browser sent", async () => {
    const response = await ask(
      "/api/refunds/store/orders/order_1/refunds?a=1",
      {
        headers: {
          "if-none-match": 'W/"0"',
          "x-refund-access": "token",
          cookie: "secret=1",
        },
      }
    )
    const [request] = asked
    expect(request?.url).toBe(
      "https://store.test/store/orders/order_1/refunds?a=1"
    )
    expect(request?.headers.get("authorization")).toBe("Bearer 1")
    expect(request?.headers.get("x-publishable-api-key")).toBe("pk_1")
    expect(request?.headers.get("x-refund-access")).toBe("token")
    expect(request?.headers.get("if-none-match")).toBe('W/"0"')
    expect(request?.headers.has("cookie")).toBe(false)
    expect(response.headers.get("etag")).toBe('W/"1"')
    expect(response.headers.has("set-cookie")).toBe(false)
    expect(await response.json()).toEqual({ order_refunds: [] })
  })

  it("passes on that nothing changed", async () => {
    answer = new Response(null, { status: 304 })
    const response = await ask("/api/refunds/store/orders/order_1/refunds")
    expect(response.status).toBe(304)
  })

  it("passes a body on byte by byte", async () => {
    await ask("/api/refunds/store/withdrawals", {
      method: "POST",
      body: '{"name": "Anna"}',
      headers: { "content-type": "application/json" },
    })
    expect(asked[0]?.method).toBe("POST")
    expect(await asked[0]?.text()).toBe('{"name": "Anna"}')
  })

  it.each([
    "/api/refunds/store/customers/me",
    "/api/refunds/store/orders/order_1",
    "/api/refunds/store/orders/order_1/refunds/../../../customers/me",
    "/api/refunds/admin/orders",
    "/api/refunds/store/orders/o/refund-requests/r/approve",
    "/other/store/refunds",
  ])("lets nobody through to %s", async (path) => {
    expect((await ask(path)).status).toBe(404)
    expect(asked).toEqual([])
  })

  it("refuses what another site sends with the customer's cookie", async () => {
    const response = await ask("/api/refunds/store/withdrawals", {
      method: "POST",
      body: "{}",
      headers: {
        origin: "https://evil.test",
        "sec-fetch-site": "cross-site",
      },
    })
    expect(response.status).toBe(404)
    expect(asked).toEqual([])
  })
})
