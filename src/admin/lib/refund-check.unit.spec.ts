import { canRepair, findingColor, worstFirst } from "./refund-check"

const finding = (
  severity: "error" | "warning",
  repaired?: boolean,
  repairable = true
) => ({ severity, repairable, ...(repaired === undefined ? {} : { repaired }) })

it("what was repaired is green, and comes last", () => {
  const [repaired, left, warning] = [
    finding("error", true),
    finding("error", false),
    finding("warning"),
  ]
  expect([repaired, warning, left].map(findingColor)).toEqual([
    "green",
    "orange",
    "red",
  ])
  expect(worstFirst([repaired, warning, left])).toEqual([
    left,
    warning,
    repaired,
  ])
})

it("a repair is offered for what can be mended, and once", () => {
  expect(canRepair([finding("error")])).toBe(true)
  expect(canRepair([finding("error", undefined, false)])).toBe(false)
  expect(canRepair([finding("error", false), finding("error", true)])).toBe(
    false
  )
  expect(canRepair([])).toBe(false)
})
