import type { ChildProcess } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as wait } from "node:timers/promises"
import {
  exitCode,
  lastLines,
  runMedusa,
  spawnMedusa,
} from "../../../scripts/demo/medusa-command"
import { findFreePort } from "../../postgres/free-port"
import type { Call } from "./cells"
import type { PreparedStore } from "./prepare-store"

const START_ATTEMPTS = 1200

/**
 * A store in a process of its own, which can be killed at any moment and
 * started again on the same database, at the same address: Stripe goes on
 * delivering to it.
 */
export class MatrixStore {
  readonly log: string
  private readonly folder = mkdtempSync(join(tmpdir(), "refunds-matrix-"))
  private port = 0
  private child: ChildProcess | null = null

  constructor(
    private readonly cwd: string,
    private readonly env: Record<string, string>
  ) {
    this.log = join(this.folder, "store.log")
  }

  get address(): string {
    return `http://127.0.0.1:${this.port}`
  }

  /** Brings the database up to date, and fills it with an order for each call. */
  async prepare(calls: Call[]): Promise<PreparedStore> {
    await this.run(["db:migrate", "--execute-all-links", "--skip-scripts"])
    const script = join(__dirname, "prepare-store.ts")
    const file = join(this.folder, "prepared.json")
    await this.run(["exec", script, file, ...calls])
    return JSON.parse(readFileSync(file, "utf8"))
  }

  /** Starts `medusa start` and waits until it answers. */
  async start(): Promise<void> {
    this.port ||= await findFreePort()
    const args = ["start", "--host", "127.0.0.1", "--port", String(this.port)]
    const child = spawnMedusa({ args, ...this.command() })
    this.child = child
    for (let attempt = 0; attempt < START_ATTEMPTS; attempt++) {
      if (child.exitCode !== null) {
        break
      }
      if (await this.answers()) {
        return
      }
      await wait(100)
    }
    throw new Error(`The store did not start. Its log:\n${lastLines(this.log)}`)
  }

  /** As a power cut does: nothing is finished, nothing is told. */
  async kill(): Promise<void> {
    const { child } = this
    this.child = null
    if (child) {
      child.kill("SIGKILL")
      await exitCode(child)
    }
  }

  async close(): Promise<void> {
    await this.kill()
    rmSync(this.folder, { recursive: true, force: true })
  }

  private async answers(): Promise<boolean> {
    try {
      return (await fetch(`${this.address}/health`)).ok
    } catch {
      return false
    }
  }

  private run(args: string[]): Promise<void> {
    return runMedusa({ args, ...this.command() })
  }

  private command() {
    return { cwd: this.cwd, env: this.env, log: this.log }
  }
}
