import { createServer } from "node:net"

/**
 * A free port on loopback: the first wanted one that is free, else any.
 *
 * @example
 * const port = await findFreePort([5432])
 */
export async function findFreePort(wanted: number[] = []): Promise<number> {
  for (const port of wanted) {
    if (await isPortFree(port)) {
      return port
    }
  }
  return await listenBriefly(0, "localhost")
}

/** Whether nobody listens on this port on this machine. */
export async function isPortFree(port: number): Promise<boolean> {
  try {
    // Without a host Node listens on all addresses, so a server that is bound
    // to only one of 127.0.0.1 and ::1 is noticed too.
    await listenBriefly(port)
    await listenBriefly(port, "127.0.0.1")
    return true
  } catch {
    return false
  }
}

function listenBriefly(port: number, host?: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once("error", reject)
    server.listen({ port, host }, () => {
      const address = server.address()
      server.close(() => {
        resolve(typeof address === "object" && address ? address.port : port)
      })
    })
  })
}
