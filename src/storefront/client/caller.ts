import type { RefundsAnswer, RefundsCall, RefundsTransport } from "./transport"

/** What every call takes. */
export type CallOptions = {
  /** The token of a guest's link; a customer who is logged in needs none. */
  access?: string | null
  /** Stops it. */
  signal?: AbortSignal
}

type Sent = CallOptions & { headers?: Record<string, string> }

/** Sends requests with what all of them have in common. */
export type Caller = {
  ask(
    path: string,
    sent?: Sent,
    query?: RefundsCall["query"]
  ): Promise<RefundsAnswer>
  get<Answer>(
    path: string,
    sent?: Sent,
    query?: RefundsCall["query"]
  ): Promise<Answer>
  post<Answer>(path: string, body: object, sent?: Sent): Promise<Answer>
}

/** A caller over a transport. */
export function callerOf(send: RefundsTransport): Caller {
  const ask: Caller["ask"] = (path, sent = {}, query) =>
    send({ method: "GET", path, query, ...common(sent) })
  return {
    ask,
    // The store's routes promise these types: `src/types`.
    get: async <Answer>(
      path: string,
      sent?: Sent,
      query?: RefundsCall["query"]
    ) => (await ask(path, sent, query)).body as Answer,
    post: async <Answer>(path: string, body: object, sent: Sent = {}) =>
      (await send({ method: "POST", path, body, ...common(sent) }))
        .body as Answer,
  }
}

const common = ({ access, signal, headers }: Sent) => ({
  signal,
  headers: {
    // In a header, for addresses end in logs.
    ...(access ? { "x-refund-access": access } : {}),
    ...headers,
  },
})

/** Where an order's routes begin. */
export const orderPath = (orderId: string): string =>
  `/store/orders/${encodeURIComponent(orderId)}`
