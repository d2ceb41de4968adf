import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"

/** What Medusa's Notification Module asks for a channel; it does not document it. */
type ProviderService = {
  getProviderForChannels(channel: string): Promise<unknown>
}

const isProviderService = (value: unknown): value is ProviderService =>
  typeof value === "object" &&
  value !== null &&
  "getProviderForChannels" in value

/**
 * Whether the store has a provider that takes messages of a channel. A version of
 * Medusa that cannot be asked is taken to have one: sending tells.
 */
export async function hasChannelProvider(
  container: MedusaContainer,
  channel: string
): Promise<boolean> {
  const service: object = container.resolve(Modules.NOTIFICATION)
  const providers: unknown = Reflect.get(
    service,
    "notificationProviderService_"
  )
  if (!isProviderService(providers)) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .debug("This version of Medusa does not say which channels it serves.")
    return true
  }
  return Boolean(await providers.getProviderForChannels(channel))
}
