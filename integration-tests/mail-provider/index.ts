import { ModuleProvider, Modules } from "@medusajs/framework/utils"
import { MailProvider } from "./mail-provider"

export default ModuleProvider(Modules.NOTIFICATION, {
  services: [MailProvider],
})
