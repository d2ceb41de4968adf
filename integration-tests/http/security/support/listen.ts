import { inspect } from "node:util"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { Logger, MedusaContainer } from "@medusajs/framework/types"

const LEVELS = [
  "panic",
  "error",
  "warn",
  "info",
  "debug",
  "log",
  "activity",
  "progress",
  "success",
  "failure",
] as const satisfies (keyof Logger)[]

/** Everything that the store says from now on, whatever its log level is. */
export function listenTo(container: MedusaContainer) {
  const heard: string[] = []
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const spies = [
    ...LEVELS.map((level) => jest.spyOn(logger, level)),
    ...(["log", "info", "warn", "error"] as const).map((level) =>
      jest.spyOn(console, level)
    ),
  ]
  for (const spy of spies) {
    // With everything that hangs on an error: a request, headers, a cause.
    spy.mockImplementation((...said: unknown[]) => {
      heard.push(inspect(said, { depth: 12, showHidden: true }))
    })
  }
  return {
    heard,
    stop: () => spies.forEach((spy) => spy.mockRestore()),
  }
}
