import { creditLineReferences } from "./credit-line-references"

const ours = { reference: "order_refund", reference_id: "orref_1" }
const rounding = { reference: "order_refund_rounding", reference_id: "orref_1" }
const medusas = { reference: "Broken", reference_id: "broken" }

const about = creditLineReferences([
  { version: 2, metadata: { credit_line: ours } },
  { version: 3, metadata: { credit_line: rounding } },
  { version: 4, metadata: null },
])
const line = (created_in_version: number | undefined, says: object) => ({
  metadata: created_in_version ? { created_in_version } : null,
  ...says,
})

describe("what a credit line is about", () => {
  it("is what the change says that wrote it, whatever the line says", () => {
    expect(about(line(2, medusas))).toEqual(ours)
    expect(about(line(3, rounding))).toEqual(rounding)
  })

  it("is what the line says where the change is Medusa's or another plugin's", () => {
    expect(about(line(4, medusas))).toEqual(medusas)
  })

  it("is what the line says where it is older than the names of changes", () => {
    expect(about(line(undefined, ours))).toEqual(ours)
    expect(about(line(9, ours))).toEqual(ours)
  })
})
