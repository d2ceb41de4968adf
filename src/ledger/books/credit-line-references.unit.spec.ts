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
  it("is what the change says that wrote it, where the line says what Medusa would have written", () => {
    expect(about(line(2, medusas))).toEqual(ours)
    expect(about(line(3, rounding))).toEqual(rounding)
  })

  it("is what its own metadata say, which no change wrote", () => {
    const written = {
      ...medusas,
      metadata: { created_in_version: 3, credit_line: ours },
    }
    expect(about(written)).toEqual(ours)
  })

  it("is what a line of ours says, though a change of the same version wrote another", () => {
    expect(about(line(3, ours))).toEqual(ours)
    const release = {
      reference: "order_release_rounding",
      reference_id: "ordrel_1",
    }
    expect(about(line(2, release))).toEqual(release)
  })

  it("is what the line says where the change is Medusa's or another plugin's", () => {
    expect(about(line(4, medusas))).toEqual(medusas)
  })

  it("is what the line says where it is older than the names of changes", () => {
    expect(about(line(undefined, ours))).toEqual(ours)
    expect(about(line(9, ours))).toEqual(ours)
  })
})
