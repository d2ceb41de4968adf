import { createHash } from "node:crypto"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { ICacheService, MedusaContainer } from "@medusajs/framework/types"
import { toError } from "../common/to-error"

/** How often something may be done, and within how many seconds. */
export type Rate = { most: number; seconds: number }

/**
 * Counts in Medusa's cache, and says whether this one is within the rate. A cache
 * cannot add in one step: of calls at the very same moment some may not be
 * counted, which is enough to stop guessing.
 *
 * @param what of which use: `refund-access:ip`
 * @param who is counted: an address, an e-mail. Only its hash is kept.
 */
export async function isWithinRate(
  container: MedusaContainer,
  what: string,
  who: string,
  { most, seconds }: Rate
): Promise<boolean> {
  const cache = container.resolve<ICacheService>(Modules.CACHE, {
    allowUnregistered: true,
  })
  // A store without a cache is not limited; `docs/requests.md` says so.
  if (!cache) {
    return true
  }
  const hash = createHash("sha256").update(who).digest("hex")
  const window = Math.floor(Date.now() / 1000 / seconds)
  const key = `refunds:${what}:${window}:${hash}`
  try {
    const count = Number(await cache.get<number>(key)) || 0
    if (count >= most) {
      return false
    }
    await cache.set(key, count + 1, seconds)
  } catch (error) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(
        `Medusa's cache did not answer, so guests are not counted: ${toError(error).message}`
      )
  }
  return true
}
