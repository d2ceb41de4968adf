import { mkdtempSync } from "node:fs"
import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import Stripe from "stripe"
import { startStripeEmulator } from "../index"

const SECRET = "whsec_test"

describe("webhooks", () => {
  let endpoint: Server
  let url: string
  let received: Stripe.Event[]

  beforeAll(async () => {
    endpoint = createServer((request, response) => {
      let body = ""
      request.on("data", (chunk) => (body += chunk))
      request.on("end", () => {
        const signature = request.headers["stripe-signature"] ?? ""
        received.push(Stripe.webhooks.constructEvent(body, signature, SECRET))
        response.end()
      })
    })
    await new Promise<void>((resolve) =>
      endpoint.listen(0, "127.0.0.1", resolve)
    )
    url = `http://127.0.0.1:${(endpoint.address() as AddressInfo).port}/`
  })
  afterAll(() => endpoint.close())
  beforeEach(() => {
    received = []
  })

  const refundOnce = async (options: { apiVersion?: string } = {}) => {
    const emulator = await startStripeEmulator({
      webhooks: [{ url, secret: SECRET, ...options }],
    })
    const { charge } = emulator.control.createPaidPaymentIntent({
      amount: 100,
      currency: "eur",
    })
    emulator.control.refundInDashboard({ charge: charge.id })
    return emulator
  }
  const types = () => received.map(({ type }) => type)

  it("are signed so that Stripe's own client accepts them", async () => {
    const emulator = await refundOnce()
    await emulator.close()
    expect(types().sort()).toEqual([
      "charge.refund.updated",
      "charge.refunded",
      "charge.succeeded",
      "charge.updated",
      "payment_intent.created",
      "payment_intent.succeeded",
      "refund.created",
      "refund.updated",
    ])
    expect(received[0]?.pending_webhooks).toBe(1)
  })

  it("can be held back and sent in another order", async () => {
    const emulator = await startStripeEmulator({
      webhooks: [{ url, secret: SECRET }],
    })
    emulator.control.setWebhookMode("hold")
    emulator.control.createPaidPaymentIntent({ amount: 1, currency: "eur" })
    expect(received).toEqual([])
    await emulator.control.flushWebhooks((events) => events.reverse())
    expect(types()).toEqual([
      "charge.updated",
      "payment_intent.succeeded",
      "charge.succeeded",
      "payment_intent.created",
    ])
    await emulator.close()
  })

  it("can be sent again, as the same event or as a second one", async () => {
    const emulator = await refundOnce()
    const { control } = emulator
    await control.webhooksSettled()
    const [first] = received.filter(({ type }) => type === "refund.created")
    received = []
    control.resendEvent(first?.id ?? "")
    await control.webhooksSettled()
    const copy = control.duplicateEvent(first?.id ?? "")
    expect(copy.id).not.toBe(first?.id)
    expect(control.snapshot().events).toContainEqual(copy)
    await emulator.close()
    expect(received).toEqual([first, { ...first, id: copy.id }])
    expect(() => control.resendEvent("evt_none")).toThrow("No such event")
    expect(() => control.duplicateEvent("evt_none")).toThrow("No such event")
  })

  it("are held back when sent again, too", async () => {
    const emulator = await refundOnce()
    const { control } = emulator
    await control.webhooksSettled()
    received = []
    control.setWebhookMode("hold")
    const [event] = control.snapshot().events
    control.resendEvent(event?.id ?? "")
    expect(received).toEqual([])
    await control.flushWebhooks()
    expect(received.map(({ id }) => id)).toEqual([event?.id])
    await emulator.close()
  })

  it("call refunds by their older names for endpoints from before 2024-10-28", async () => {
    const emulator = await refundOnce({ apiVersion: "2024-04-10" })
    await emulator.close()
    expect(
      types()
        .filter((type) => type.includes("refund"))
        .sort()
    ).toEqual(["charge.refund.updated", "charge.refunded"])
  })
})

describe("the state file", () => {
  it("keeps payments and refunds over a restart", async () => {
    const stateFile = join(
      mkdtempSync(join(tmpdir(), "stripe-emulator-")),
      "state.json"
    )
    const first = await startStripeEmulator({ stateFile })
    const { charge } = first.control.createPaidPaymentIntent({
      amount: 100,
      currency: "eur",
    })
    first.control.refundInDashboard({ charge: charge.id, amount: 40 })
    first.control.openDispute({ charge: charge.id, amount: 10, inquiry: true })
    const before = first.control.snapshot()
    await first.close()
    const second = await startStripeEmulator({ stateFile })
    expect(second.control.snapshot()).toEqual(before)
    const next = second.control.refundInDashboard({ charge: charge.id })
    expect(next.amount).toBe(60)
    const disputes = second.control.snapshot().disputes
    expect(second.control.escalateInquiry(disputes[0]?.id ?? "")).toMatchObject(
      { status: "needs_response" }
    )
    expect(before.refunds.map(({ id }) => id)).not.toContain(next.id)
    await second.close()
  })
})

describe("the page", () => {
  it("is served at the root, and its controls need the header", async () => {
    const emulator = await startStripeEmulator()
    const page = await fetch(emulator.url)
    expect(await page.text()).toContain(
      "<title>Stripe emulator (test data)</title>"
    )
    const control = `${emulator.url}/_emulator/snapshot`
    expect((await fetch(control, { method: "POST" })).status).toBe(404)
    const headers = { "x-emulator-control": "1" }
    const answer = await fetch(control, { method: "POST", headers })
    expect(await answer.json()).toMatchObject({ refunds: [], disputes: [] })
    await emulator.close()
  })
})
