import { Modules } from "@medusajs/framework/utils"
import type {
  IRbacModuleService,
  MedusaContainer,
} from "@medusajs/framework/types"
import { sign } from "jsonwebtoken"

type Headers = { authorization: string }

/** The login of an admin whose role has these rights and no other. */
export async function adminWith(
  container: MedusaContainer,
  rights: readonly string[]
): Promise<Headers> {
  const rbac = container.resolve<IRbacModuleService>(Modules.RBAC)
  const role = await rbac.createRbacRoles({ name: rights.join() || "none" })
  for (const key of rights) {
    const [policy] = await rbac.listRbacPolicies({ key })
    if (!policy) {
      throw new RangeError(`${key} is not a policy of this store`)
    }
    await rbac.createRbacRolePolicies({
      role_id: role.id,
      policy_id: policy.id,
    })
  }
  return loginWith([role.id])
}

/** A login names its roles, as Medusa's own does. */
export function loginWith(roles: string[], user_id = "user_1"): Headers {
  const app_metadata = { user_id, roles }
  const claims = { actor_id: user_id, actor_type: "user", app_metadata }
  return { authorization: `Bearer ${sign(claims, "test")}` }
}
