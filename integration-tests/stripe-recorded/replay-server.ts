import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import type Stripe from "stripe"
import { stripeClient } from "../../src/stripe"
import type { Recording } from "./recordings"

/** A Stripe that gives one answer to whatever it is asked. */
export type ReplayServer = {
  stripe: Stripe
  answerWith: (
    recording: Pick<Recording, "status" | "headers" | "body">
  ) => void
  close: () => Promise<void>
}

/** Starts one on loopback, with the plugin's own client for it. */
export async function startReplayServer(): Promise<ReplayServer> {
  let answer: Pick<Recording, "status" | "headers" | "body"> = {
    status: 500,
    body: {},
  }
  const server = createServer((request, response) => {
    request.resume()
    request.on("end", () => {
      response.writeHead(answer.status, {
        "content-type": "application/json",
        ...answer.headers,
      })
      response.end(JSON.stringify(answer.body))
    })
  })
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done))
  const { port } = server.address() as AddressInfo
  return {
    stripe: stripeClient({
      apiKey: "sk_test_replay",
      host: "127.0.0.1",
      port,
      protocol: "http",
      timeoutMs: 2000,
    }),
    answerWith: (next) => {
      answer = next
    },
    close: () =>
      new Promise((done, failed) => {
        server.closeAllConnections()
        server.close((error) => (error ? failed(error) : done()))
      }),
  }
}
