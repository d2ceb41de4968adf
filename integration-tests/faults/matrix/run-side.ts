import { nameOf, type Cell, type Side } from "./cells"
import type { Verdict } from "./classify"
import { openLab } from "./lab"
import { comeBack } from "./merchant"
import { judge } from "./observe"
import { runAlive } from "./run-alive"
import { runDeaths } from "./run-deaths"
import { settle } from "./settle"
import { isTried } from "./subject"

export type Result = {
  cell: Cell
  name: string
  verdict: Verdict
  /** Whether the store met the fault, and died where it should. */
  tried: boolean
}

/** Tries cells with one store, from its making to the verdicts. */
export async function runSide(
  side: Side,
  cells: Cell[],
  say: (line: string) => void = () => undefined
): Promise<Result[]> {
  const { lab, subjects, close } = await openLab(side, cells)
  try {
    say(
      `${side}: store with ${subjects.length} paid orders at ${lab.store.address}`
    )
    await runDeaths(
      lab,
      subjects.filter(({ cell }) => cell.death)
    )
    say(`${side}: killed and started again`)
    await runAlive(
      lab,
      subjects.filter(({ cell }) => !cell.death)
    )
    say(`${side}: every fault met, waiting for the jobs`)
    await settle(lab)
    for (const subject of subjects) {
      await comeBack(lab, subject)
    }
    for (const what of await settle(lab)) {
      say(`${side}: ${what}, and was never finished`)
    }
    const results: Result[] = []
    for (const subject of subjects) {
      const { cell } = subject
      const verdict = await judge(lab, subject)
      results.push({
        cell,
        name: nameOf(cell),
        verdict,
        tried: isTried(subject),
      })
    }
    return results
  } finally {
    await close()
  }
}
