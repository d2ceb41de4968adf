import { execFileSync } from "node:child_process"
import { readFileSync } from "node:fs"

/** Whether a process with this id exists. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it exists and belongs to someone else.
    return error instanceof Error && "code" in error && error.code === "EPERM"
  }
}

/**
 * Whether a process with this id runs and has `name` in its command line.
 * An id that was written to a file may belong to any other program by now.
 */
export function isProcessOf(pid: number, name: string): boolean {
  const command = isAlive(pid) ? commandLine(pid) : ""
  return command !== "" && command.includes(name)
}

function commandLine(pid: number): string {
  try {
    // Empty for a process that has ended and that nobody has waited for.
    return readFileSync(`/proc/${pid}/cmdline`, "utf8")
  } catch {
    return askSystem(pid)
  }
}

function askSystem(pid: number): string {
  const [command, ...args] =
    process.platform === "win32"
      ? ["tasklist", "/fi", `pid eq ${pid}`, "/nh"]
      : ["ps", "-p", String(pid), "-o", "command="]
  try {
    return execFileSync(command, args, { encoding: "utf8" })
  } catch {
    return ""
  }
}
