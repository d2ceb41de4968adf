import { Modules } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { AuthorDTO } from "../../types"

/** The names of the users among those who made something: others have none. */
export async function readAuthors(
  container: MedusaContainer,
  made: { created_by: string | null }[]
): Promise<AuthorDTO[]> {
  const ids = made.flatMap(({ created_by }) =>
    created_by?.startsWith("user_") ? [created_by] : []
  )
  if (!ids.length) {
    return []
  }
  const users = await container
    .resolve(Modules.USER)
    .listUsers(
      { id: [...new Set(ids)] },
      { select: ["id", "first_name", "last_name", "email"] }
    )
  return users.map(({ id, first_name, last_name, email }) => ({
    id,
    name: [first_name, last_name].filter(Boolean).join(" ") || email,
  }))
}
