import { chromium, type Browser } from "playwright-core"
import { findChromium } from "./find-chromium"

/** Starts a headless browser that talks to nobody but the pages it is given. */
export async function launchBrowser(): Promise<Browser> {
  const { executablePath, env } = findChromium()
  return await chromium.launch({
    executablePath,
    headless: true,
    env: { ...process.env, ...env },
    args: [
      // Chromium's sandbox does not work for root, nor in most containers.
      "--no-sandbox",
      "--disable-gpu",
      "--disable-dev-shm-usage",
      "--disable-quic",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
      "--font-render-hinting=none",
    ],
  })
}
