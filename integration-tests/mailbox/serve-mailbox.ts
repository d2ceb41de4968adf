import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { startMailbox, type Mailbox } from "./mailbox"
import { mailboxPage } from "./page"

/** A mailbox that can be read in a browser. */
export type ServedMailbox = Mailbox & { url: string }

/** Starts a mailbox, and a page on loopback that shows it. */
export async function serveMailbox(page: {
  port: number
}): Promise<ServedMailbox> {
  const mailbox = await startMailbox()
  const server = createServer((request, response) => {
    if (request.url === "/count") {
      response.writeHead(200, { "content-type": "text/plain" })
      response.end(String(mailbox.mails.length))
      return
    }
    const isPage = request.url === "/"
    response.writeHead(isPage ? 200 : 404, {
      "content-type": "text/html; charset=utf-8",
    })
    response.end(isPage ? mailboxPage(mailbox.mails) : "")
  })
  await new Promise<void>((listening, failed) => {
    server.on("error", failed)
    server.listen(page.port, "127.0.0.1", listening)
  })
  const { port } = server.address() as AddressInfo
  return {
    ...mailbox,
    url: `http://localhost:${port}`,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await mailbox.close()
    },
  }
}
