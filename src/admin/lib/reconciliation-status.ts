import type {
  RefundReconciliationDTO,
  RefundReconciliationEntryDTO,
} from "../../types"

type Color = "green" | "orange" | "red" | "grey" | "blue"
type Status = RefundReconciliationDTO["status"]
type Kind = RefundReconciliationEntryDTO["kind"]
type Run = Pick<RefundReconciliationDTO, "status">

const STATUS_COLORS: Record<Status, Color> = {
  running: "blue",
  completed: "green",
  failed: "red",
}

const KIND_COLORS: Record<Kind, Color> = {
  imported: "blue",
  changed: "grey",
  resolved: "green",
  drift: "orange",
}

export const runColor = (status: Status): Color => STATUS_COLORS[status]

export const kindColor = (kind: Kind): Color => KIND_COLORS[kind]

export const isRunning = (run: Run | undefined): boolean =>
  run?.status === "running"

const WHILE_RUNNING_MS = 2_000
const SCHEDULE_MAY_START_MS = 30_000

/** When the list looks again: a run moves all the time, the schedule seldom starts one. */
export const listPollInterval = (runs: Run[]): number =>
  runs.some(isRunning) ? WHILE_RUNNING_MS : SCHEDULE_MAY_START_MS

/** When the entries look again: those of a finished run never change. */
export const runPollInterval = (run: Run | undefined): number | false =>
  isRunning(run) && WHILE_RUNNING_MS

/** What the merchant has to look into comes first; else the order stays. */
export const driftFirst = <Entry extends { kind: Kind }>(
  entries: Entry[]
): Entry[] => [
  ...entries.filter(({ kind }) => kind === "drift"),
  ...entries.filter(({ kind }) => kind !== "drift"),
]
