import { releaseTestServer } from "./shared-server"

/** Jest's globalTeardown beside `jest-global-setup.ts`. */
export default async function globalTeardown(): Promise<void> {
  await releaseTestServer()
}
