/**
 * A few workers that share work until nothing is left. Whoever comes while all
 * are busy leaves: what brought them is done by one of the busy ones.
 */
export class WorkerSlots {
  private busy = 0
  /** Counts visitors, so that a worker about to leave sees that one came. */
  private visits = 0

  constructor(private readonly size: number) {}

  /**
   * @param workOne does one piece of work; false when nothing was left
   * @returns when there is nothing left, or at once when all are busy
   */
  async run(workOne: () => Promise<boolean>): Promise<void> {
    this.visits += 1
    if (this.busy >= this.size) {
      return
    }
    this.busy += 1
    try {
      let seen: number
      do {
        seen = this.visits
      } while ((await workOne()) || seen !== this.visits)
    } finally {
      this.busy -= 1
    }
  }
}
