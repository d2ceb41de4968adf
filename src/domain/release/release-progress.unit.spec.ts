import type { ReleasePaymentStatus } from "./release-types"
import {
  endStatus,
  hasReleasedMoney,
  inOrderOfRisk,
  isOutcomeOpen,
  isReleaseComplete,
  hasReleaseDoneNothing,
} from "./release-progress"

const of = (...statuses: ReleasePaymentStatus[]) => ({
  payments: statuses.map((status) => ({ status })),
})

describe("how far a release is", () => {
  it.each<[ReleasePaymentStatus[], string]>([
    [["reserved"], "vain"],
    [["failed", "undone"], "vain"],
    [["submitting"], "open"],
    [["succeeded", "unknown"], "open"],
    [["succeeded", "reserved"], "on its way"],
    [["succeeded"], "complete"],
    [["succeeded", "failed"], "complete"],
  ])("%j is %s", (statuses, is) => {
    const release = of(...statuses)
    expect(hasReleaseDoneNothing(release)).toBe(is === "vain")
    expect(isOutcomeOpen(release)).toBe(is === "open")
    expect(isReleaseComplete(release)).toBe(is === "complete")
    expect(hasReleasedMoney(release)).toBe(statuses.includes("succeeded"))
  })

  it("ends as partially failed where a provider refused a part", () => {
    expect(endStatus(of("succeeded", "failed"))).toBe("partially_failed")
    expect(endStatus(of("succeeded", "undone"))).toBe("succeeded")
  })
})

it("captures go first: a cancelled authorisation cannot be taken back", () => {
  const payments = [
    { id: "a", action: "cancel" as const },
    { id: "b", action: "capture" as const },
    { id: "c", action: "cancel" as const },
    { id: "d", action: "capture" as const },
  ]
  expect(inOrderOfRisk(payments).map(({ id }) => id)).toEqual([
    "b",
    "d",
    "a",
    "c",
  ])
})
