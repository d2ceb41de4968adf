import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { setFlagsFromString } from "node:v8"
import { runInNewContext } from "node:vm"
import { REFUNDS_MODULE } from "../../src/modules/refunds"
import type { RefundsModuleService } from "../../src/modules/refunds/service"
import type { StripeOptions } from "../../src/modules/refunds/options"
import { startReconciliation } from "../../src/workers/reconciliation"
import { storeTests } from "../support/store-tests"

const REFUNDS = 100_000
const PAGE = 100
const MEGABYTE = 1024 * 1024

jest.setTimeout(300_000)

/** An account with any number of refunds, which exist only when they are read. */
function startEndlessStripe(onPage: (page: number) => void): Promise<Server> {
  const server = createServer((request, response) => {
    const url = new URL(String(request.url), "http://localhost")
    const after = Number(
      /\d+$/.exec(url.searchParams.get("starting_after") ?? "")?.[0] ?? 0
    )
    const isRefunds = url.pathname === "/v1/refunds"
    const data = isRefunds
      ? Array.from({ length: PAGE }, (_, index) => refund(after + index + 1))
      : []
    if (isRefunds) {
      onPage(after / PAGE)
    }
    response.setHeader("content-type", "application/json")
    response.end(
      JSON.stringify({
        object: "list",
        url: url.pathname,
        data,
        has_more: isRefunds && after + PAGE < REFUNDS,
      })
    )
  })
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve(server))
  })
}

/** Of a payment that another shop of the account took. */
const refund = (number: number) => ({
  id: `re_${number}`,
  object: "refund",
  amount: 100,
  currency: "eur",
  charge: `ch_${number}`,
  payment_intent: `pi_${number}`,
  created: 1_760_000_000,
  status: "succeeded",
  metadata: {},
})

function usedHeap(): number {
  setFlagsFromString("--expose-gc")
  runInNewContext("gc")()
  return process.memoryUsage().heapUsed
}

storeTests({
  testSuite: ({ getContainer }) => {
    describe(`a reconciliation of ${REFUNDS} refunds`, () => {
      it("needs no more memory at its end than at its beginning", async () => {
        const heap: number[] = []
        const server = await startEndlessStripe((page) => {
          if (page % 250 === 50) {
            heap.push(usedHeap())
          }
        })
        const service =
          getContainer().resolve<RefundsModuleService>(REFUNDS_MODULE)
        const stripe: StripeOptions = {
          apiKey: "sk_test_emulator",
          webhookSecret: ["whsec_emulator"],
          host: "127.0.0.1",
          port: (server.address() as AddressInfo).port,
          protocol: "http",
          timeoutMs: 5000,
          instructionsEmail: true,
          sendMetadata: false,
          maxRequestsPerSecond: 10_000,
        }
        const options = jest.replaceProperty(service, "options", {
          ...service.options,
          stripe,
        })
        const { reconciliation, done } = await startReconciliation(
          getContainer(),
          { trigger: "manual", started_by: null }
        )
        await done
        options.restore()
        server.close()
        const [[ended]] = await service.reconciliations.listAndCount(
          { id: reconciliation.id },
          { take: 1, skip: 0 }
        )
        expect(ended).toMatchObject({
          status: "completed",
          refunds_read: REFUNDS,
          payments_read: 0,
        })
        const [first = 0] = heap
        expect(heap).toHaveLength(4)
        expect(Math.max(...heap) - first).toBeLessThan(20 * MEGABYTE)
      })
    })
  },
})
