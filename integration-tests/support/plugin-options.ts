import type { MedusaContainer } from "@medusajs/framework/types"
import { REFUNDS_MODULE } from "../../src/modules/refunds"
import type { NotificationOptions } from "../../src/modules/refunds/notification-options"
import type { RefundsModuleService } from "../../src/modules/refunds/service"

/** Sets an option of the running store, as its `medusa-config.ts` would. */
export function useNativeRefundRoute(
  container: MedusaContainer,
  nativeRefundRoute: "safe" | "core"
): void {
  const { options } = container.resolve<RefundsModuleService>(REFUNDS_MODULE)
  Object.assign(options, { nativeRefundRoute })
}

/** Sets options of what customers are told, of the running store. */
export function useNotifications(
  container: MedusaContainer,
  notifications: Partial<NotificationOptions>
): void {
  const { options } = container.resolve<RefundsModuleService>(REFUNDS_MODULE)
  Object.assign(options, {
    notifications: { ...options.notifications, ...notifications },
  })
}
