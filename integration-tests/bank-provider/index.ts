import { ModuleProvider, Modules } from "@medusajs/framework/utils"
import { BankProvider } from "./bank-provider"

export default ModuleProvider(Modules.PAYMENT, { services: [BankProvider] })
