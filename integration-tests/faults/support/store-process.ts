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
import { PACKAGE_FOLDER } from "../../../scripts/demo/paths"
import { findFreePort } from "../../postgres/free-port"
import type { PaidOrder } from "../../support/paid-order"

const START_ATTEMPTS = 600

/**
 * The store of the tests in a process of its own, which can be killed at any
 * moment and started again on the same database.
 */
export class StoreProcess {
  private readonly folder = mkdtempSync(join(tmpdir(), "refunds-store-"))
  private readonly log = join(this.folder, "store.log")
  private port = 0
  private child: ChildProcess | null = null

  constructor(private readonly env: Record<string, string>) {}

  get address(): string {
    return `http://127.0.0.1:${this.port}`
  }

  /** Makes paid orders, one per amount. */
  payOrders(amounts: number[]): Promise<PaidOrder[]> {
    return this.exec("pay-orders.ts", amounts.map(String))
  }

  /** Runs a script of this folder, which writes its result to a file. */
  async exec<Result>(script: string, args: string[]): Promise<Result> {
    const file = join(this.folder, "result.json")
    await this.run(["exec", join(__dirname, script), file, ...args])
    return JSON.parse(readFileSync(file, "utf8"))
  }

  /** Starts a script of this folder, which `kill` ends. */
  begin(script: string): ChildProcess {
    const file = join(this.folder, "result.json")
    const args = ["exec", join(__dirname, script), file]
    this.child = spawnMedusa({ args, ...this.command() })
    return this.child
  }

  /** Starts `medusa start` and waits until it answers. */
  async start(): Promise<void> {
    this.port = await findFreePort()
    const args = ["start", "--host", "127.0.0.1", "--port", String(this.port)]
    const child = spawnMedusa({ args, ...this.command() })
    this.child = child
    for (let attempt = 0; attempt < START_ATTEMPTS; attempt++) {
      if (await this.answers()) {
        return
      }
      if (child.exitCode !== null) {
        break
      }
      await wait(100)
    }
    throw new Error(`The store did not start. Its log:\n${lastLines(this.log)}`)
  }

  async answers(): Promise<boolean> {
    try {
      return (await fetch(`${this.address}/health`)).ok
    } catch {
      return false
    }
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

  private run(args: string[]): Promise<void> {
    return runMedusa({ args, ...this.command() })
  }

  private command() {
    return { cwd: PACKAGE_FOLDER, env: this.env, log: this.log }
  }
}
