import {
  defineMiddlewares,
  type MedusaNextFunction,
  type MedusaRequest,
  type MedusaResponse,
} from "@medusajs/framework/http"

type Thrown = { type: string; code: string; message: string; details: unknown }

/** A store that answers every error in its own way. */
export default defineMiddlewares({
  errorHandler: (
    { type, code, message, details }: Thrown,
    _req: MedusaRequest,
    res: MedusaResponse,
    _next: MedusaNextFunction
  ) => {
    res.status(418).json({ of_the_store: { type, code, message, details } })
  },
})
