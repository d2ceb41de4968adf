import { Modules } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { sign } from "jsonwebtoken"

/** Request options of a logged-in merchant. Errors are answers, not exceptions. */
export type AdminHeaders = {
  headers: Record<string, string>
  validateStatus: () => true
}

/** Creates an admin user and logs them in. */
export async function createAdmin(
  container: MedusaContainer,
  email = "admin@example.com"
): Promise<AdminHeaders & { user_id: string }> {
  const user = await container
    .resolve(Modules.USER)
    .createUsers({ email, first_name: "Ada" })
  const identity = await container.resolve(Modules.AUTH).createAuthIdentities({
    provider_identities: [{ provider: "emailpass", entity_id: email }],
    app_metadata: { user_id: user.id },
  })
  const token = sign(
    {
      actor_id: user.id,
      actor_type: "user",
      auth_identity_id: identity.id,
      app_metadata: { user_id: user.id },
    },
    "test",
    { expiresIn: "1d" }
  )
  return {
    user_id: user.id,
    headers: { authorization: `Bearer ${token}` },
    validateStatus: () => true,
  }
}
