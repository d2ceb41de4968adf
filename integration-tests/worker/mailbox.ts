import { startMailbox } from "../mailbox"
import { kept } from "./kept"

/** The mail server of the store that this worker keeps. */
export const keptMailbox = kept(async () => {
  const mailbox = await startMailbox()
  process.env.MAILBOX_PORT = String(mailbox.port)
  return mailbox
})
