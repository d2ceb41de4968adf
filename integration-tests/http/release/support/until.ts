import { setTimeout as wait } from "node:timers/promises"

/** Waits until something is so. */
export async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 1200; attempt++) {
    if (await isSo()) {
      return
    }
    await wait(50)
  }
  throw new Error("It did not become so.")
}
