import {
  REFUND_REQUEST_STATUSES,
  UNDECIDED_REQUEST_STATUSES,
} from "../../../domain/requests/request-states"
import translations from "../../i18n"
import {
  isUndecided,
  REQUEST_STATUSES,
  requestColor,
  UNDECIDED,
} from "./request-status"

describe("the states of a request in the admin", () => {
  it("are those of the server", () => {
    expect([...REQUEST_STATUSES].sort()).toEqual(
      [...REFUND_REQUEST_STATUSES].sort()
    )
    expect(UNDECIDED).toEqual([...UNDECIDED_REQUEST_STATUSES])
  })

  it.each(REQUEST_STATUSES)("%s has a word and a color", (status) => {
    expect(
      translations.en.translation.refundRequests.status[status]
    ).toBeTruthy()
    expect(requestColor(status)).toBeTruthy()
  })

  it("leave nothing to decide once the shop has answered", () => {
    expect(
      REQUEST_STATUSES.filter((status) => isUndecided({ status }))
    ).toEqual(UNDECIDED)
  })
})
