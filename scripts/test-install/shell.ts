import { spawn } from "node:child_process"

/** What a command printed, and how it ended. */
export type Printed = { code: number | null; out: string; all: string }

/**
 * Runs a command line as a developer would, in a folder.
 *
 * @throws with its last lines when it fails
 */
export async function shell(
  command: string,
  cwd: string,
  env: NodeJS.ProcessEnv
): Promise<Printed> {
  const child = spawn(command, {
    cwd,
    env,
    shell: true,
    stdio: ["ignore", "pipe", "pipe"],
  })
  let out = ""
  let all = ""
  child.stdout.on("data", (text) => {
    out += text
    all += text
  })
  child.stderr.on("data", (text) => (all += text))
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject)
    child.once("close", resolve)
  })
  if (code !== 0) {
    const end = all.trimEnd().split("\n").slice(-40).join("\n")
    throw new Error(`"${command}" ended with ${code}:\n${end}`)
  }
  return { code, out, all }
}

/**
 * Lines of a log that tell of an error, in Medusa's two formats: for people, and
 * JSON in production.
 */
export const errorLines = (log: string): string[] =>
  log
    .split("\n")
    .map((line) => line.replace(/\u001b\[\d+m/g, ""))
    .filter((line) => /^error:|"level":"error"|^\s*at /.test(line))
