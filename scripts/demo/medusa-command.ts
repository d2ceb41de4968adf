import { spawn, type ChildProcess } from "node:child_process"
import { closeSync, mkdirSync, openSync, readFileSync } from "node:fs"
import { dirname } from "node:path"

/** A call of Medusa's command line. */
export type MedusaCommand = {
  args: string[]
  cwd: string
  env: Record<string, string>
  /** Receives what the command prints; without it the terminal does. */
  log?: string
  /** Lets it outlive an interrupt of the terminal. */
  detached?: boolean
}

/** Starts a command of Medusa's command line. */
export function spawnMedusa(command: MedusaCommand): ChildProcess {
  const log = command.log ? openLog(command.log) : undefined
  const cli = require.resolve("@medusajs/cli/dist/index.js")
  // Not `@medusajs/cli` itself, which asks for ts-node before it starts.
  const loader = require.resolve("tsx/cjs")
  const child = spawn(
    process.execPath,
    ["--require", loader, cli, ...command.args],
    {
      cwd: command.cwd,
      stdio: ["ignore", log ?? "inherit", log ?? "inherit"],
      detached: command.detached,
      env: {
        ...process.env,
        NODE_ENV: "production",
        MEDUSA_DISABLE_TELEMETRY: "true",
        ...command.env,
      },
    }
  )
  if (log !== undefined) {
    closeSync(log)
  }
  return child
}

function openLog(file: string): number {
  mkdirSync(dirname(file), { recursive: true })
  return openSync(file, "a")
}

/**
 * Runs a command of Medusa's command line to its end.
 *
 * @throws with the last lines of its log when it fails.
 */
export async function runMedusa(
  command: MedusaCommand,
  signal?: AbortSignal
): Promise<void> {
  const child = spawnMedusa(command)
  const abort = () => child.kill("SIGTERM")
  signal?.addEventListener("abort", abort)
  const code = await exitCode(child)
  signal?.removeEventListener("abort", abort)
  if (code !== 0) {
    const details = command.log ? `:\n${lastLines(command.log)}` : "."
    throw new Error(`medusa ${command.args.join(" ")} failed${details}`)
  }
}

/** Resolves when the process has ended. */
export function exitCode(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve, reject) => {
    if (child.exitCode !== null || child.signalCode !== null) {
      resolve(child.exitCode)
      return
    }
    child.once("error", reject)
    child.once("exit", resolve)
  })
}

/** The end of a log, for an error message. */
export function lastLines(log: string, count = 25): string {
  return readFileSync(log, "utf8")
    .trimEnd()
    .split("\n")
    .slice(-count)
    .join("\n")
}
