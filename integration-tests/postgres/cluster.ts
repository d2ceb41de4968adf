import { execFileSync } from "node:child_process"
import { randomBytes } from "node:crypto"
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { findPostgresBinaries } from "./binaries"
import {
  prepareClusterHome,
  removeClusterHome,
  type ClusterHome,
} from "./cluster-home"
import type { PostgresConnection } from "./connection"
import { findFreePort } from "./free-port"
import { isProcessOf } from "./processes"
import { findServerUser, giveTo, type ServerUser } from "./server-user"
import { serverSettings, type ServerPurpose } from "./server-settings"

const SUPERUSER = "postgres"

/** A PostgreSQL server of ours that runs now. */
export type RunningCluster = {
  connection: PostgresConnection
  /** Whether it already ran when it was asked for. */
  reused: boolean
}

/**
 * Starts the PostgreSQL server whose files are in `folder`, or finds it
 * running. The first start creates the files (about four seconds), later ones
 * take less than one. The server outlives this process.
 */
export async function startCluster(
  folder: string,
  purpose: ServerPurpose
): Promise<RunningCluster> {
  const user = findServerUser()
  const home = prepareClusterHome(folder, findPostgresBinaries(), user)
  if (!existsSync(files(home).password)) {
    createCluster(home, user)
  }
  const password = readFileSync(files(home).password, "utf8")
  const running = readPostmaster(home)
  if (running) {
    return { connection: connectionTo(running.port, password), reused: true }
  }
  const port = await findFreePort(previousPort(home))
  launch(home, user, port, purpose)
  writeFileSync(files(home).port, String(port))
  return { connection: connectionTo(port, password), reused: false }
}

/** Stops the server whose files are in `folder`, if it runs. */
export function stopCluster(folder: string): void {
  const user = findServerUser()
  const home = prepareClusterHome(folder, findPostgresBinaries(), user)
  if (readPostmaster(home)) {
    run(home.binaries.pgCtl, ["stop", "-w", "-m", "fast", ...data(home)], user)
  }
}

/** Stops the server and deletes its databases. */
export function removeCluster(folder: string): void {
  stopCluster(folder)
  removeClusterHome(folder)
}

function connectionTo(port: number, password: string): PostgresConnection {
  const host = "localhost"
  return { host, port, user: SUPERUSER, password, database: "postgres" }
}

function files(home: ClusterHome) {
  return {
    data: join(home.folder, "data"),
    // Written when `initdb` is done, so it also says that the data is whole.
    password: join(home.folder, "password"),
    port: join(home.folder, "port"),
    log: join(home.folder, "data", "server.log"),
  }
}

function data(home: ClusterHome): string[] {
  return ["-D", files(home).data]
}

function createCluster(home: ClusterHome, user: ServerUser | undefined): void {
  rmSync(files(home).data, { recursive: true, force: true })
  const password = randomBytes(16).toString("hex")
  const given = join(home.folder, "password.new")
  writeFileSync(given, password, { mode: 0o600 })
  giveTo(user, given)
  run(
    home.binaries.initdb,
    [
      ...data(home),
      `--username=${SUPERUSER}`,
      `--pwfile=${given}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      // The same order of text on every machine, whatever locales it has.
      "--locale=C",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      "--no-sync",
    ],
    user
  )
  writeFileSync(files(home).password, password, { mode: 0o600 })
  rmSync(given)
}

function launch(
  home: ClusterHome,
  user: ServerUser | undefined,
  port: number,
  purpose: ServerPurpose
): void {
  const settings = { ...serverSettings(purpose), port: String(port) }
  const options = Object.entries(settings)
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(" ")
  const { data: folder, log } = files(home)
  // `readPostmaster` has found no server, so this file is from a crash.
  rmSync(join(folder, "postmaster.pid"), { force: true })
  run(
    home.binaries.pgCtl,
    ["start", "-w", "-t", "60", "-D", folder, "-l", log, "-o", options],
    user
  )
}

function previousPort(home: ClusterHome): number[] {
  const { port } = files(home)
  return existsSync(port)
    ? [Number.parseInt(readFileSync(port, "utf8"), 10)]
    : []
}

function readPostmaster(home: ClusterHome): { port: number } | undefined {
  const file = join(files(home).data, "postmaster.pid")
  if (!existsSync(file)) {
    return undefined
  }
  // https://www.postgresql.org/docs/17/storage-file-layout.html: process id,
  // data folder, start time, port, and more.
  const [pid, , , port] = readFileSync(file, "utf8").split("\n")
  return isProcessOf(Number.parseInt(pid, 10), "postgres")
    ? { port: Number.parseInt(port, 10) }
    : undefined
}

function run(
  program: string,
  args: string[],
  user: ServerUser | undefined
): void {
  try {
    // The server inherits these streams, so a pipe would keep us waiting.
    execFileSync(program, args, { ...user, cwd: "/", stdio: "ignore" })
  } catch (error) {
    throw new Error(`${program} ${args[0]} failed.`, { cause: error })
  }
}
