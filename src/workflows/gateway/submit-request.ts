import type { ProviderOutcome, ProviderRequest } from "./provider-request"

/**
 * Sends a reserved request for the first time. That it is being sent is committed
 * before: after a crash, one that may have left is never taken for one that did
 * not.
 *
 * @returns what was written down; null where somebody else had moved it
 */
export const submitRequest = async <Told extends ProviderOutcome, Written>(
  request: ProviderRequest<Told, Written>,
  now: Date
): Promise<Written | null> =>
  (await request.begin("first", now))
    ? request.record(await request.send())
    : null
