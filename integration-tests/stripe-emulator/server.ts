import { randomUUID } from "node:crypto"
import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http"
import { setTimeout as wait } from "node:timers/promises"
import { handleControl } from "./control-routes"
import type { EmulatorControl } from "./control"
import {
  ApiError,
  invalidRequest,
  rateLimited,
  serverError,
  unauthorized,
  keyInUse,
} from "./errors"
import { NO_CAUSE, type Cause, type Emit } from "./events"
import { expand } from "./expand"
import type { FaultRule, Faults } from "./faults"
import { decodeForm, type Form } from "./form-encoding"
import { fingerprintOf, IdempotencyKeys } from "./idempotency"
import { disputeTestCards } from "./resources/test-cards"
import { ROUTES } from "./routes"
import type { AccountState } from "./state"
import { API_VERSION } from "./versions"

export type LoggedRequest = {
  method: string
  path: string
  idempotencyKey: string | null
  stripeVersion: string | null
  params: Form
  status: number | null
  replayed: boolean
}

type Answer = {
  status: number
  body: unknown
  headers?: Record<string, string>
}

type Parts = {
  state: AccountState
  faults: Faults
  log: LoggedRequest[]
  control: EmulatorControl
  emitFor: (cause: Cause) => Emit
}

/** The HTTP side: authentication, faults, idempotency, then the endpoint. */
export function createApiServer(parts: Parts): Server {
  const keys = new IdempotencyKeys(parts.state)
  return createServer((request, response) => {
    void handle(parts, keys, request, response).catch((error: unknown) => {
      response.destroy(error instanceof Error ? error : undefined)
    })
  })
}

async function handle(
  parts: Parts,
  keys: IdempotencyKeys,
  request: IncomingMessage,
  response: ServerResponse
): Promise<void> {
  const url = new URL(request.url ?? "/", "http://localhost")
  const body = await read(request)
  if (!/^\/v[12]\//.test(url.pathname)) {
    await handleControl(parts.control, request, url, body, response)
    return
  }
  const method = request.method ?? "GET"
  const header = (name: string) => {
    const value = request.headers[name]
    return typeof value === "string" ? value : null
  }
  const entry: LoggedRequest = {
    method,
    path: url.pathname,
    idempotencyKey: method === "POST" ? header("idempotency-key") : null,
    stripeVersion: header("stripe-version"),
    params: decodeForm(method === "GET" ? url.search.slice(1) : body),
    status: null,
    replayed: false,
  }
  parts.log.push(entry)
  const fault = parts.faults.next(method, url.pathname, entry.params)
  if (fault?.effect === "timeout_before") {
    return
  }
  if (fault?.effect === "reset_before") {
    request.socket.destroy()
    return
  }
  const answer = await execute(
    parts,
    keys,
    entry,
    header("authorization"),
    fault
  )
  entry.status = answer.status
  send(response, entry, answer, fault)
}

async function execute(
  { state, emitFor }: Parts,
  keys: IdempotencyKeys,
  entry: LoggedRequest,
  authorization: string | null,
  fault: FaultRule | null
): Promise<Answer> {
  const requestId = `req_${randomUUID().slice(0, 14)}`
  const headers = { "request-id": requestId }
  const key = entry.idempotencyKey
  const fingerprint = fingerprintOf(entry.method, entry.path, entry.params)
  try {
    if (!authorization?.startsWith("Bearer sk_test_emulator")) {
      throw unauthorized()
    }
    throwBefore(fault, key)
    const stored = key ? keys.begin(key, fingerprint) : null
    if (stored) {
      entry.replayed = true
      const replay = { ...headers, "idempotent-replayed": "true" }
      return { status: stored.status, body: stored.body, headers: replay }
    }
    try {
      // Inside: meanwhile the key is in use, and a second call of it a 409.
      if (fault?.effect === "slow") {
        await wait(fault.ms ?? 1000)
      }
      throwInside(fault)
      const emit = emitFor({ id: requestId, idempotency_key: key })
      const result = route(state, entry, emit)
      // A copy: the object lives on, the first answer does not change.
      const body = expand(state, result, entry.params)
      // After the answer, and not because of the request.
      disputeTestCards(state, emitFor(NO_CAUSE))
      if (key) {
        keys.store(key, { fingerprint, status: 200, body })
      }
      return { status: 200, body, headers }
    } catch (error) {
      if (key && error instanceof ApiError) {
        keys.storeError(key, fingerprint, error)
      }
      throw error
    } finally {
      if (key) {
        keys.end(key)
      }
      state.changed()
    }
  } catch (error) {
    const known = error instanceof ApiError ? error : serverError()
    if (known !== error) {
      process.stderr.write(`stripe emulator: ${String(error)}\n`)
    }
    return {
      status: known.status,
      body: { error: known.body },
      headers: { ...headers, ...known.headers },
    }
  }
}

/** Faults that hit before anything executes: nothing is stored for the key. */
function throwBefore(fault: FaultRule | null, key: string | null): void {
  switch (fault?.effect) {
    case "429":
      throw rateLimited(false)
    case "429_should_retry":
      throw rateLimited(true)
    case "409":
      throw keyInUse(key ?? "")
    case "500_unsaved":
      throw serverError()
  }
}

/** Faults that are the first answer of the key. */
function throwInside(fault: FaultRule | null): void {
  if (fault?.effect === "500_saved") {
    throw serverError()
  }
  if (fault?.effect === "decline") {
    const { status = 400, ...error } = fault.error ?? { message: "Declined." }
    throw new ApiError(status, { type: "invalid_request_error", ...error })
  }
}

function route(state: AccountState, entry: LoggedRequest, emit: Emit): object {
  for (const [method, path, endpoint] of ROUTES) {
    const match = method === entry.method ? path.exec(entry.path) : null
    if (match) {
      return endpoint({
        state,
        ids: match.slice(1),
        params: entry.params,
        apiVersion: entry.stripeVersion ?? API_VERSION,
        emit,
      })
    }
  }
  const { body } = invalidRequest(
    `Unrecognized request URL (${entry.method}: ${entry.path}). The emulator does not model it.`
  )
  throw new ApiError(404, body)
}

function send(
  response: ServerResponse,
  entry: LoggedRequest,
  { status, body, headers }: Answer,
  fault: FaultRule | null
): void {
  if (fault?.effect === "timeout_after_accept") {
    return
  }
  if (fault?.effect === "reset_after") {
    response.socket?.destroy()
    return
  }
  const text = JSON.stringify(body)
  response.writeHead(status, {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(text),
    ...headers,
    ...(entry.stripeVersion ? { "stripe-version": entry.stripeVersion } : {}),
    ...(entry.idempotencyKey
      ? { "idempotency-key": entry.idempotencyKey }
      : {}),
  })
  if (fault?.effect === "truncate_body") {
    const half = text.slice(0, Math.floor(text.length / 2))
    response.write(half, () => response.socket?.destroy())
    return
  }
  response.end(text)
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) {
    chunks.push(chunk as Buffer)
  }
  return Buffer.concat(chunks).toString("utf8")
}
