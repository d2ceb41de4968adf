import type { IncomingMessage, ServerResponse } from "node:http"
import type { EmulatorControl } from "./control"
import { PAGE } from "./page"

/**
 * What is not Stripe's API: the page, and the controls for other processes,
 * `POST /_emulator/<control>` with a JSON list of arguments. A header guards
 * them, so that no web page can call them.
 */
export async function handleControl(
  control: EmulatorControl,
  request: IncomingMessage,
  url: URL,
  body: string,
  response: ServerResponse
): Promise<void> {
  if (request.method === "GET" && url.pathname === "/") {
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" })
    response.end(PAGE)
    return
  }
  const name = /^\/_emulator\/(\w+)$/.exec(url.pathname)?.[1] ?? ""
  const method: unknown = Reflect.get(control, name)
  if (
    typeof method !== "function" ||
    !Object.hasOwn(control, name) ||
    request.headers["x-emulator-control"] !== "1"
  ) {
    json(response, 404, { error: `No control ${name}, or no control header.` })
    return
  }
  try {
    const args = body ? (JSON.parse(body) as unknown[]) : []
    const result: unknown = await Reflect.apply(method, control, args)
    json(response, 200, result ?? null)
  } catch (error) {
    json(response, 400, {
      error: error instanceof Error ? error.message : String(error),
    })
  }
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" })
  response.end(JSON.stringify(body))
}
