import { matchingCases } from "./matching-cases"
import { parcelCases } from "./parcel-cases"
import { unitCases } from "./unit-cases"
import { windowCases } from "./window-cases"
import { withdrawalCases } from "./withdrawal-cases"

/** All cases, by what they are about. */
export const policyCases = {
  "how long": windowCases,
  parcels: parcelCases,
  "what is left": unitCases,
  "which policy": matchingCases,
  "the right of withdrawal": withdrawalCases,
}
