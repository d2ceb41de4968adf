/**
 * Loaded before a store (`node --import`): every request to api.stripe.com goes
 * to the emulator at STRIPE_EMULATOR_PORT. Medusa's own Stripe provider has no
 * option for another address, and the store's code is to be as it would be.
 */
import http from "node:http"
import https from "node:https"

const request = https.request
const port = process.env.STRIPE_EMULATOR_PORT

https.request = (options, ...rest) => {
  if (!port || options?.host !== "api.stripe.com") {
    return request(options, ...rest)
  }
  const sent = http.request(
    { ...options, host: "127.0.0.1", port, protocol: "http:", agent: null },
    ...rest
  )
  // Stripe's client writes its request when TLS stands.
  sent.once("socket", (socket) =>
    socket.once("connect", () => socket.emit("secureConnect"))
  )
  return sent
}
