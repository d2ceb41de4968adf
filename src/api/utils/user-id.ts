import type {
  AuthenticatedMedusaRequest,
  MedusaRequest,
} from "@medusajs/framework/http"

/** The logged-in user. Medusa's admin middleware has authenticated the caller. */
export const userId = (req: MedusaRequest): string | null =>
  (req as Partial<AuthenticatedMedusaRequest>).auth_context?.actor_id ?? null
