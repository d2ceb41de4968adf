import { randomUUID } from "node:crypto"
import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http"
import { setTimeout as wait } from "node:timers/promises"
import { errorBody, headersOf, type Answer } from "./answers"
import { handleControl } from "./control-routes"
import type { EmulatorControl } from "./control"
import {
  ApiError,
  rateLimited,
  serverError,
  unauthorized,
  keyInUse,
} from "./errors"
import type { Cause, Emit } from "./events"
import { expand } from "./expand"
import type { FaultRule, Faults } from "./faults"
import { decodeForm, type Form } from "./form-encoding"
import { fingerprintOf, IdempotencyKeys } from "./idempotency"
import type { Later } from "./later"
import { makeAvailable } from "./resources/balance-transactions"
import { ROUTES } from "./routes"
import { idIn } from "./routes/route"
import type { AccountState, StoredAnswer } from "./state"
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

type Parts = {
  state: AccountState
  faults: Faults
  log: LoggedRequest[]
  later: Later
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
  { state, emitFor, later }: Parts,
  keys: IdempotencyKeys,
  entry: LoggedRequest,
  authorization: string | null,
  fault: FaultRule | null
): Promise<Answer> {
  const { method, idempotencyKey: key } = entry
  const request = { id: `req_${randomUUID().slice(0, 14)}`, method }
  const fingerprint = fingerprintOf(entry.path, entry.params)
  const answer = (status: number, body: unknown): Answer => {
    if (key) {
      const requestId = request.id
      keys.store(key, { ...fingerprint, requestId, status, body })
    }
    return { status, body, headers: headersOf(request, true) }
  }
  try {
    if (!authorization?.startsWith("Bearer sk_test_emulator")) {
      throw unauthorized()
    }
    throwBefore(fault, key)
    const stored = key ? keys.begin(key, fingerprint) : null
    if (stored) {
      entry.replayed = true
      return replayOf(stored, request)
    }
    try {
      // Inside: meanwhile the key is in use, and a second call of it a 409.
      if (fault?.effect === "slow") {
        await wait(fault.ms ?? 1000)
      }
      throwInside(fault)
      makeAvailable(state)
      const emit = emitFor({ id: request.id, idempotency_key: key })
      const result = route(state, entry, emit)
      // A copy: the object lives on, the first answer does not change.
      return answer(200, expand(state, result, entry.params))
    } finally {
      if (key) {
        keys.end(key)
      }
      state.changed()
      // After the answer, and not because of the request.
      later.run()
    }
  } catch (error) {
    const known =
      error instanceof ApiError ? error : serverError({ early: true })
    if (known !== error) {
      process.stderr.write(`stripe emulator: ${String(error)}\n`)
    }
    const body = errorBody(known, request.id, state.now())
    return known.more.early
      ? {
          status: known.status,
          body,
          headers: { ...headersOf(request, false), ...known.more.headers },
        }
      : answer(known.status, body)
  }
}

const replayOf = (
  { status, body, requestId }: StoredAnswer,
  request: { id: string; method: string }
): Answer => ({
  status,
  body,
  headers: {
    ...headersOf({ ...request, original: requestId }, true),
    "idempotent-replayed": "true",
  },
})

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
      throw serverError({ early: true })
  }
}

/** Faults that are the first answer of the key. */
function throwInside(fault: FaultRule | null): void {
  if (fault?.effect === "500_saved") {
    throw serverError({ early: false })
  }
  if (fault?.effect === "decline") {
    const { status = 400, ...error } = fault.error ?? { message: "Declined." }
    const body = { type: "invalid_request_error", ...error }
    const early =
      [401, 409, 429].includes(status) || body.type === "idempotency_error"
    throw new ApiError(status, body, { early })
  }
}

function route(state: AccountState, entry: LoggedRequest, emit: Emit): object {
  for (const [method, path, endpoint] of ROUTES) {
    const id = method === entry.method ? idIn(path, entry.path) : null
    if (id !== null) {
      const apiVersion = entry.stripeVersion ?? API_VERSION
      return endpoint({ state, id, params: entry.params, apiVersion, emit })
    }
  }
  const message = `Unrecognized request URL (${entry.method}: ${entry.path}). The emulator does not model it.`
  const body = { type: "invalid_request_error", message }
  throw new ApiError(404, body, { early: true })
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
