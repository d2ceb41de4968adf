import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import Stripe from "stripe"
import { openLab, type Lab } from "./support"

const SECRET = "whsec_thin"

type Thin = Stripe.V2.Core.EventNotification

describe("a destination of thin events", () => {
  let endpoint: Server
  let received: Thin[]
  let lab: Lab

  beforeAll(async () => {
    const client = new Stripe("sk_test_emulator")
    endpoint = createServer((request, response) => {
      let body = ""
      request.on("data", (chunk) => (body += chunk))
      request.on("end", () => {
        const signature = request.headers["stripe-signature"] ?? ""
        received.push(client.parseEventNotification(body, signature, SECRET))
        response.end()
      })
    })
    await new Promise<void>((resolve) =>
      endpoint.listen(0, "127.0.0.1", resolve)
    )
    const { port } = endpoint.address() as AddressInfo
    lab = await openLab({
      webhooks: [
        { url: `http://127.0.0.1:${port}/`, secret: SECRET, payload: "thin" },
      ],
    })
  })
  afterAll(async () => {
    await lab.emulator.close()
    endpoint.close()
  })
  beforeEach(() => {
    lab.emulator.control.reset()
    received = []
  })

  const told = async (type: string) => {
    await lab.emulator.control.webhooksSettled()
    return received.find((event) => event.type === type)
  }
  const paid = () =>
    lab.emulator.control.createPaidPaymentIntent({
      amount: 1000,
      currency: "eur",
    }).charge.id

  it("is told of a refund and of its charge, each by what it is", async () => {
    const charge = paid()
    const refund = await lab.stripe.refunds.create(
      { charge, amount: 400 },
      { idempotencyKey: "key_1" }
    )
    const created = await told("v1.refund.created")
    const reason = {
      type: "request",
      request: {
        id: refund.lastResponse.requestId,
        idempotency_key: "key_1",
      },
    }
    expect(created).toMatchObject({
      object: "v2.core.event",
      livemode: false,
      reason,
      related_object: {
        id: refund.id,
        type: "refund",
        url: `/v1/refunds/${refund.id}`,
      },
    })
    expect(await told("v1.charge.refunded")).toMatchObject({
      reason,
      related_object: {
        id: charge,
        type: "charge",
        url: `/v1/charges/${charge}`,
      },
    })
    expect(created).not.toHaveProperty("data")
  })

  it("is told no reason of what no request caused", async () => {
    const { id } = lab.emulator.control.refundInDashboard({ charge: paid() })
    lab.emulator.control.failRefund(id)
    const failed = await told("v1.refund.failed")
    expect(failed).toMatchObject({ related_object: { id, type: "refund" } })
    expect(failed).not.toHaveProperty("reason")
  })

  it("is told of disputes", async () => {
    const { id } = lab.emulator.control.openDispute({ charge: paid() })
    expect(await told("v1.charge.dispute.created")).toMatchObject({
      related_object: { id, type: "dispute", url: `/v1/disputes/${id}` },
    })
  })

  it("is told by an event of its own that names the snapshot", async () => {
    lab.emulator.control.refundInDashboard({ charge: paid() })
    const thin = await told("v1.refund.created")
    const snapshots = lab.emulator.control.snapshot().events
    const snapshot = snapshots.find(({ type }) => type === "refund.created")
    expect(thin?.id).not.toBe(snapshot?.id)
    expect(thin).toMatchObject({ snapshot_event: snapshot?.id })
    expect(
      await lab.stripe.v2.core.events.retrieve(thin?.id ?? "")
    ).toMatchObject({ id: thin?.id, type: "v1.refund.created" })
  })
})
