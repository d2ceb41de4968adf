/** Collects what must be undone, and undoes it last first. */
export class CleanUp {
  readonly #works: (() => Promise<void> | void)[] = []

  add(work: () => Promise<void> | void): void {
    this.#works.push(work)
  }

  /** Safe to call twice: everything is undone once. */
  async run(): Promise<void> {
    for (let work = this.#works.pop(); work; work = this.#works.pop()) {
      try {
        await work()
      } catch (error) {
        console.error(error)
      }
    }
  }
}
