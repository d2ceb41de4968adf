import {
  NOT_EXECUTED,
  type NotExecuted,
  type ProviderOutcome,
  type ProviderRequest,
} from "./provider-request"

/**
 * Finds out what became of a request whose answer we never saw. The provider is
 * asked first. What shows no trace there is sent again with the same key, as long
 * as the provider still knows the key: if the first attempt did arrive, the answer
 * is that attempt's. It is proven absent when the key is forgotten, or when the
 * repeat only tells of the failure in which the first attempt ended.
 */
export async function resolveRequest<Told extends ProviderOutcome, Written>(
  request: ProviderRequest<Told, Written>,
  now: Date
): Promise<Written> {
  return request.record((await request.find()) ?? (await repeat(request, now)))
}

async function repeat<Told extends ProviderOutcome>(
  request: ProviderRequest<Told, unknown>,
  now: Date
): Promise<Told | NotExecuted> {
  const first = new Date(request.first_attempt_at ?? now).getTime()
  if (now.getTime() - first >= request.key_lifetime_ms) {
    return NOT_EXECUTED
  }
  await request.begin("repeat", now)
  const answer = await request.send()
  return answer.kind === "unknown" && answer.finished
    ? ((await request.find()) ?? NOT_EXECUTED)
    : answer
}
