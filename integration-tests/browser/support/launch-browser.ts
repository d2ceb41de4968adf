import { chromium, type Browser, type LaunchOptions } from "playwright-core"
import { findChromium } from "./find-chromium"

const ATTEMPTS = 3

/** Starts a headless browser that talks to nobody but the pages it is given. */
export async function launchBrowser(): Promise<Browser> {
  const { executablePath, env } = findChromium()
  return await launch({
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

/**
 * On a busy machine Chromium sometimes crashes (SIGSEGV) before it has opened
 * its debugging port. Nothing of ours has run by then, so it is started again.
 */
async function launch(options: LaunchOptions, attempt = 1): Promise<Browser> {
  try {
    return await chromium.launch(options)
  } catch (error) {
    if (attempt >= ATTEMPTS || !crashed(error)) {
      throw error
    }
    process.stderr.write(`Chromium crashed at its start (${attempt}).\n`)
    return await launch(options, attempt + 1)
  }
}

function crashed(error: unknown): boolean {
  return (
    error instanceof Error && /signal=SIG(SEGV|TRAP|ABRT)/.test(error.message)
  )
}
