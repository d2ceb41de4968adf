export { startMailbox, type Mail, type Mailbox } from "./mailbox"
export { serveMailbox, type ServedMailbox } from "./serve-mailbox"
