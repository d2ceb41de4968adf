import type { AddressInfo } from "node:net"
import { simpleParser } from "mailparser"
import { SMTPServer } from "smtp-server"

/** A mail as it arrived. */
export type Mail = {
  /** The same for every copy of one message. */
  message_id: string
  from: string
  to: string
  subject: string
  text: string
  html: string
  /** ISO 8601. */
  at: string
}

/** A mail server on loopback, which keeps what it is given. */
export type Mailbox = {
  port: number
  /** Oldest first. */
  mails: Mail[]
  /** Refuses the next mails with an answer of a mail server; null takes them again. */
  refuseWith(answer: string | null): void
  empty(): void
  close(): Promise<void>
}

/**
 * Starts a mail server that anybody on this machine can give mails to. None of them
 * leaves it.
 *
 * @param port 0 for one that is free
 */
export async function startMailbox({ port = 0 } = {}): Promise<Mailbox> {
  const mails: Mail[] = []
  const state: { refusal: string | null } = { refusal: null }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    logger: false,
    onData: (stream, _session, done) => {
      simpleParser(stream).then(
        (parsed) => {
          if (state.refusal) {
            done(Object.assign(new Error(state.refusal), { responseCode: 550 }))
            return
          }
          mails.push({
            message_id: parsed.messageId ?? "",
            from: parsed.from?.text ?? "",
            to: [parsed.to ?? []]
              .flat()
              .map(({ text }) => text)
              .join(", "),
            subject: parsed.subject ?? "",
            text: parsed.text ?? "",
            html: parsed.html || "",
            at: new Date().toISOString(),
          })
          done()
        },
        (error: Error) => done(error)
      )
    },
  })
  await new Promise<void>((listening, failed) => {
    server.on("error", failed)
    server.listen(port, "127.0.0.1", listening)
  })
  // From here on a client that hangs up is no reason to end.
  server.on("error", () => undefined)
  const { port: taken } = server.server.address() as AddressInfo
  return {
    port: taken,
    mails,
    refuseWith: (answer) => {
      state.refusal = answer
    },
    empty: () => {
      mails.length = 0
      state.refusal = null
    },
    close: () => new Promise((closed) => server.close(() => closed())),
  }
}
