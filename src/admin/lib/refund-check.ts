import type { RefundCheckFinding } from "../../types"

type State = "error" | "warning" | "repaired"
type Finding = Pick<RefundCheckFinding, "severity" | "repaired">

const COLORS = { error: "red", warning: "orange", repaired: "green" } as const

export const findingState = ({ severity, repaired }: Finding): State =>
  repaired ? "repaired" : severity

export const findingColor = (finding: Finding) => COLORS[findingState(finding)]

/** What a merchant has to look into comes first; else the order stays. */
export const worstFirst = <Each extends Finding>(findings: Each[]): Each[] =>
  (["error", "warning", "repaired"] as const).flatMap((state) =>
    findings.filter((finding) => findingState(finding) === state)
  )

/** Whether a repair has anything to do that it has not tried yet. */
export const canRepair = (
  findings: Pick<RefundCheckFinding, "repairable" | "repaired">[]
): boolean =>
  findings.some(
    ({ repairable, repaired }) => repairable && repaired === undefined
  )
