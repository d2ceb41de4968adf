import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

/** A store that answers this request itself. */
export const POST = (req: MedusaRequest, res: MedusaResponse): void => {
  res.json({ of_the_store: req.params.id })
}
