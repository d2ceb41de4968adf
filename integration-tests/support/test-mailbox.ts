import { startMailbox, type Mailbox } from "../mailbox"
import { keptMailbox } from "../worker/mailbox"

/**
 * A mail server whose address the store's configuration knows. The store that a worker
 * keeps knows one for all test files: it is emptied for each.
 */
export async function startTestMailbox(): Promise<Mailbox> {
  if (!globalThis.keepsStores) {
    const mailbox = await startMailbox()
    process.env.MAILBOX_PORT = String(mailbox.port)
    return mailbox
  }
  const mailbox = await keptMailbox()
  mailbox.empty()
  return { ...mailbox, close: async () => mailbox.empty() }
}
