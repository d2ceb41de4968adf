import { spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import { cpSync, existsSync, mkdirSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { binariesIn, type PostgresBinaries } from "./binaries"
import { giveTo, type ServerUser } from "./server-user"

/** Where a cluster keeps its files, and the programs that serve it. */
export type ClusterHome = { folder: string; binaries: PostgresBinaries }

/**
 * Prepares the folder of a cluster.
 *
 * The server's user must be able to reach both the programs and the data. For
 * a checkout under /root it cannot, so there both live in the system's folder
 * for temporary files instead, named after the folder that was asked for.
 */
export function prepareClusterHome(
  folder: string,
  binaries: PostgresBinaries,
  user: ServerUser | undefined
): ClusterHome {
  mkdirSync(folder, { recursive: true })
  if (!user || canReach(folder, user)) {
    giveTo(user, folder)
    return { folder, binaries }
  }
  const home = substituteFolder(folder)
  const programs = join(dirname(home), "programs")
  if (!existsSync(programs)) {
    cpSync(binaries.home, programs, { recursive: true, verbatimSymlinks: true })
  }
  mkdirSync(home, { recursive: true })
  giveTo(user, home)
  return { folder: home, binaries: binariesIn(programs) }
}

/** Deletes all files of a cluster that does not run. */
export function removeClusterHome(folder: string): void {
  for (const path of [folder, dirname(substituteFolder(folder))]) {
    rmSync(path, { recursive: true, force: true })
  }
}

function substituteFolder(folder: string): string {
  const root = existsSync("/var/tmp") ? "/var/tmp" : tmpdir()
  const name = createHash("sha256").update(folder).digest("hex").slice(0, 12)
  return join(root, `medusa-plugin-refunds-${name}`, "cluster")
}

function canReach(folder: string, user: ServerUser): boolean {
  const { status } = spawnSync("ls", ["-d", join(folder, ".")], {
    ...user,
    cwd: "/",
    stdio: "ignore",
  })
  return status === 0
}
