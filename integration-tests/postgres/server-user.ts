import { execFileSync } from "node:child_process"
import { chownSync } from "node:fs"

/** The user that PostgreSQL runs as, where it cannot be the current one. */
export type ServerUser = { uid: number; gid: number }

/**
 * PostgreSQL refuses to run as root, so for root it runs as an existing user
 * without rights: `postgres` where a Debian package made one, else `nobody`.
 *
 * @returns undefined where the current user will do.
 */
export function findServerUser(): ServerUser | undefined {
  if (process.getuid?.() !== 0) {
    return undefined
  }
  for (const name of ["postgres", "nobody"]) {
    const uid = readId("-u", name)
    const gid = readId("-g", name)
    if (uid !== undefined && gid !== undefined) {
      return { uid, gid }
    }
  }
  throw new Error(
    "PostgreSQL does not run as root and there is no user `postgres` or " +
      "`nobody`. Create one, or set DATABASE_URL to a PostgreSQL of your own."
  )
}

/** Gives a file or folder to the server's user. */
export function giveTo(user: ServerUser | undefined, path: string): void {
  if (user) {
    chownSync(path, user.uid, user.gid)
  }
}

function readId(flag: "-u" | "-g", name: string): number | undefined {
  try {
    const id = execFileSync("id", [flag, name], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    })
    return Number.parseInt(id, 10)
  } catch {
    return undefined
  }
}
