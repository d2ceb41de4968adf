import { setTimeout as wait } from "node:timers/promises"
import type { FaultRule } from "../../stripe-emulator/faults"
import { isFrozen } from "./moments"
import { addFault, callOf } from "./faults-of-cell"
import { begin, setOff, tell } from "./flows"
import type { Lab } from "./lab"
import { endLeases } from "./settle"
import { intentOf, trying, type Subject } from "./subject"
import { until } from "../../support/until"

/** Each frozen order keeps one of the store's ten connections. */
const AT_ONCE = 5

/**
 * A store starts in seven seconds, and a change of the order that its death left
 * open is finished when it is ten seconds old: a merchant who cancels an order
 * comes back a little later.
 */
const COMES_BACK_MS = 11_000

/** Longer than any call that is healed by its repeat. */
const REACH_MS = 20_000

/**
 * Tries cells whose store is killed. One kill serves several: each order is
 * stopped at its own moment, and when all are there the process dies.
 */
export async function runDeaths(lab: Lab, subjects: Subject[]): Promise<void> {
  for (let from = 0; from < subjects.length; from += AT_ONCE) {
    await dieOnce(lab, subjects.slice(from, from + AT_ONCE))
  }
}

async function dieOnce(lab: Lab, group: Subject[]): Promise<void> {
  for (const subject of group) {
    await trying(subject, () => begin(lab, subject))
  }
  for (const [lock, subject] of group.entries()) {
    await freeze(lab, lock, subject)
  }
  const sentBefore = lab.stripe.control.requests().length
  const acts = group.map((subject, lock) =>
    start(lab, lock, subject, sentBefore)
  )
  await Promise.all(acts.map(({ reached }) => reached))

  lab.down = true
  await lab.store.kill()
  const killed = Date.now()
  // They outlive no process: what is asked again is answered.
  lab.stripe.control.clearFaults()
  await Promise.all(acts.map(({ ended }) => ended))
  await lab.freezer.thaw()
  await endLeases(lab)
  await lab.store.start()
  lab.down = false
  if (group.some(({ cell }) => cell.call === "cancel order")) {
    await wait(Math.max(0, killed + COMES_BACK_MS - Date.now()))
  }

  await Promise.all(
    group.map((subject) =>
      trying(subject, async () => {
        await setOff(lab, subject)
        await tell(lab, subject)
      })
    )
  )
}

async function freeze(lab: Lab, lock: number, subject: Subject): Promise<void> {
  const { death } = subject.cell
  if (death && isFrozen(death)) {
    const { id, items, payments } = subject.order
    await lab.freezer.freeze(lock, death, [
      id,
      intentOf(subject),
      ...items.map((each) => each.id),
      ...payments.flatMap((each) => [each.id, each.payment_collection_id]),
    ])
  }
}

/** Sets a cell off, and waits until its store is where it shall die. */
function start(lab: Lab, lock: number, subject: Subject, sentBefore: number) {
  addFault(lab, subject)
  let isOver = false
  const ended = setOff(lab, subject)
    // Killed while it answered.
    .catch(() => undefined)
    .finally(() => {
      isOver = subject.cell.call !== "list refunds"
    })
  const isThere = () =>
    subject.cell.death === "after the request left"
      ? isSent(lab, subject, sentBefore)
      : lab.freezer.isFrozen(lock)
  const reached = until(
    `${subject.cell.death}`,
    async () => {
      subject.reached = await isThere()
      return subject.reached || isOver
    },
    REACH_MS
    // Said in the report: the cell was tried, but not at this moment.
  ).catch(() => undefined)
  return { ended, reached }
}

function isSent(lab: Lab, subject: Subject, before: number): boolean {
  const { method, path, when } = callOf(lab, subject)
  return lab.stripe.control
    .requests()
    .slice(before)
    .some(
      (each) =>
        each.method === method &&
        isPath(path, each.path) &&
        (!when || when(each.params))
    )
}

const isPath = (path: FaultRule["path"], of: string): boolean =>
  path instanceof RegExp ? path.test(of) : path === of
