import type { Delays } from "./settings"
import type { AccountState, LaterTask } from "./state"

/** What is done for each kind of task; the id is that of its object. */
export type LaterActions = Record<keyof Delays, (id: string) => void>

/** Does what Stripe does by itself some time after a request. */
export class Later {
  private timer: NodeJS.Timeout | null = null

  constructor(
    private readonly state: AccountState,
    private readonly actions: LaterActions
  ) {}

  /** Does what is due, in order, and sets a timer for the rest. */
  run(): void {
    const now = this.state.nowMs()
    this.take(({ at }) => at !== null && at <= now)
    this.wake()
  }

  /** Does what waits of one kind, due or held. */
  runNow(kind: keyof Delays): void {
    this.take((task) => task.kind === kind)
  }

  stop(): void {
    if (this.timer) {
      clearTimeout(this.timer)
    }
    this.timer = null
  }

  private take(isDue: (task: LaterTask) => boolean): void {
    const { data } = this.state
    const due = data.later.filter(isDue)
    data.later = data.later.filter((task) => !due.includes(task))
    for (const { kind, id } of due) {
      this.actions[kind](id)
    }
    if (due.length) {
      this.state.changed()
    }
  }

  private wake(): void {
    this.stop()
    const times = this.state.data.later.flatMap(({ at }) => at ?? [])
    if (times.length) {
      const wait = Math.max(1, Math.min(...times) - this.state.nowMs())
      this.timer = setTimeout(() => this.run(), wait)
      this.timer.unref()
    }
  }
}
