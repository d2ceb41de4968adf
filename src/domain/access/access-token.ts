import { createHmac, timingSafeEqual } from "node:crypto"

/** What the holder of a link may do. `request` includes `read`. */
export type AccessScope = "read" | "request"

/** What a link says: which order, what for, until when, and which generation of links. */
export type AccessGrant = {
  order_id: string
  scope: AccessScope
  /** The first moment at which it is too late. */
  expires_at: Date
  /** Links signed with another number than the order's are void. */
  version: number
}

/** A key shorter than this could be guessed. */
export const SHORTEST_SECRET = 32

const MAC_LENGTH = 43

/**
 * Signs a grant, so that its holder needs no login. The text is safe in an
 * address and in a header.
 *
 * @param secret of at least `SHORTEST_SECRET` characters
 */
export function signAccess(grant: AccessGrant, secret: string): string {
  const payload = Buffer.from(
    JSON.stringify([
      grant.order_id,
      grant.scope,
      Math.floor(grant.expires_at.getTime() / 1000),
      grant.version,
    ])
  ).toString("base64url")
  return `${payload}.${macOf(payload, secret)}`
}

/**
 * What a token grants, or null where none of the secrets signed it or its time is
 * over. Whether its number is still the order's is for the caller to see.
 *
 * @param secrets the one that signs now, then former ones that are still believed
 */
export function readAccess(
  token: string,
  secrets: readonly string[],
  now: Date
): AccessGrant | null {
  const [payload, mac, ...rest] = token.split(".")
  if (!payload || mac?.length !== MAC_LENGTH || rest.length) {
    return null
  }
  // Every secret is tried, so that the time says nothing of which one signed.
  const signed = secrets
    .map((secret) => equal(macOf(payload, secret), mac))
    .some(Boolean)
  const grant = signed ? parse(payload) : null
  return grant && grant.expires_at > now ? grant : null
}

/** The name of the use is part of the key: the secret may sign other things, too. */
const macOf = (payload: string, secret: string): string =>
  createHmac("sha256", `refund-access:${secret}`)
    .update(payload)
    .digest("base64url")

const equal = (a: string, b: string): boolean => {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}

/** What we signed is well formed; a former version may have signed other things. */
function parse(payload: string): AccessGrant | null {
  const read: unknown = JSON.parse(
    Buffer.from(payload, "base64url").toString("utf8")
  )
  const [order_id, scope, seconds, version] = Array.isArray(read) ? read : []
  return typeof order_id === "string" &&
    (scope === "read" || scope === "request") &&
    typeof seconds === "number" &&
    typeof version === "number"
    ? { order_id, scope, expires_at: new Date(seconds * 1000), version }
    : null
}
