import { hasPermission } from "@medusajs/framework"
import type {
  AuthenticatedMedusaRequest,
  MedusaRequest,
} from "@medusajs/framework/http"

/**
 * Whether the caller may read the users of the admin, as Medusa's own route for
 * one asks it. Always, where access control is switched off.
 */
export async function mayReadUsers(req: MedusaRequest): Promise<boolean> {
  const { auth_context } = req as Partial<AuthenticatedMedusaRequest>
  const roles = auth_context?.app_metadata?.roles
  return hasPermission({
    roles: Array.isArray(roles) ? roles : [],
    actions: { resource: "user", operation: "read" },
    container: req.scope,
  })
}
