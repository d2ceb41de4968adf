import { act, begin, tell } from "./flows"
import type { Lab } from "./lab"
import { isPressed } from "./merchant"
import { trying, type Subject } from "./subject"

const AT_ONCE = 4

/** Tries cells whose store stays alive, a few at once. */
export async function runAlive(lab: Lab, subjects: Subject[]): Promise<void> {
  // Refunds that are told apart by their time are made one after the other.
  for (const subject of subjects.filter(isTimed)) {
    await trying(subject, () => begin(lab, subject))
  }
  const waiting = [...subjects]
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const subject = next
      await trying(subject, () => tryAlive(lab, subject))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
}

const isTimed = ({ cell }: Subject) => cell.call === "list events"

async function tryAlive(lab: Lab, subject: Subject): Promise<void> {
  if (!isTimed(subject)) {
    await begin(lab, subject)
  }
  await act(lab, subject)
  if (isPressed(subject.cell.call)) {
    await tell(lab, subject)
  }
}
