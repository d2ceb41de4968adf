import { Modules } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { REFUND_NOTICES_MODULE } from "../../../../src/modules/refund-notices"
import type { RefundNoticesModuleService } from "../../../../src/modules/refund-notices/service"
import { mailProvider } from "../../../mail-provider/mail-provider"

/** Where a process can die that tells customers, in their order. */
export const MOMENTS = [
  "before collect",
  "after collect",
  "before lease",
  "after lease",
  "before prepare",
  "after prepare",
  "before Medusa's row",
  "before the mail",
  "after the mail",
  "after Medusa's row",
  "before sent",
  "after sent",
] as const
export type MomentOfDeath = (typeof MOMENTS)[number]

type Method = (...args: never[]) => Promise<unknown>

/**
 * Lets a process die: at the moment it stops, for ever, and does nothing after it.
 * Whatever is committed by then stays, as when it is killed.
 *
 * @returns `died`, which resolves when the moment has come, and what undoes it: from
 *   then on the store is another process
 */
export function dieAt(
  container: MedusaContainer,
  moment: MomentOfDeath
): { died: Promise<void>; restore: () => void } {
  let hit: () => void
  const died = new Promise<void>((resolve) => {
    hit = resolve
  })
  const pass = async (reached: MomentOfDeath) => {
    if (reached === moment) {
      hit()
      await new Promise<never>(() => undefined)
    }
  }
  const { outbox } = container.resolve<RefundNoticesModuleService>(
    REFUND_NOTICES_MODULE
  )
  const restores = [
    around(outbox, "collect", pass, "before collect", "after collect"),
    around(outbox, "lease", pass, "before lease", "after lease"),
    around(outbox, "prepare", pass, "before prepare", "after prepare"),
    around(outbox, "sent", pass, "before sent", "after sent"),
    around(
      container.resolve(Modules.NOTIFICATION),
      "createNotifications",
      pass,
      "before Medusa's row",
      "after Medusa's row"
    ),
  ]
  mailProvider.around((when) =>
    pass(when === "before" ? "before the mail" : "after the mail")
  )
  return {
    died,
    restore: () => {
      mailProvider.around(null)
      restores.forEach((restore) => restore())
    },
  }
}

function around(
  service: object,
  name: string,
  pass: (moment: MomentOfDeath) => Promise<void>,
  before: MomentOfDeath,
  after: MomentOfDeath
): () => void {
  const method: Method = Reflect.get(service, name)
  Reflect.set(service, name, async (...args: never[]) => {
    await pass(before)
    const result = await method.apply(service, args)
    await pass(after)
    return result
  })
  return () => Reflect.set(service, name, method)
}
