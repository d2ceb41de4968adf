import { isPortFree } from "../../integration-tests/postgres/free-port"
import { DemoError } from "./demo-error"
import type { DemoSettings } from "./settings"

/**
 * Refuses to start on ports that are taken, before anything slow happens.
 *
 * @throws a message that says which variable to set.
 */
export async function checkPorts(settings: DemoSettings): Promise<void> {
  const wanted = [
    { name: "PORT", port: settings.port },
    { name: "MAILBOX_PORT", port: settings.mailboxPort },
    { name: "STOREFRONT_PORT", port: settings.storefrontPort },
    ...(settings.stripe
      ? []
      : [{ name: "STRIPE_EMULATOR_PORT", port: settings.emulatorPort }]),
  ]
  for (const { name, port } of wanted) {
    if (!(await isPortFree(port))) {
      throw new DemoError(
        `Port ${port} is in use. Stop the program that uses it, or choose ` +
          `another port: ${name}=${port + 1} npm start`
      )
    }
  }
}
