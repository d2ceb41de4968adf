import {
  dayOf,
  daysLater,
  endOfPeriod,
  isDay,
  isTimeZone,
  lastDayBefore,
} from "./shop-calendar"

const end = (
  start: string,
  days: number,
  timeZone: string,
  toWorkingDay = false,
  holidays: string[] = []
) =>
  endOfPeriod(
    new Date(start),
    days,
    { timeZone, holidays },
    toWorkingDay
  ).toISOString()

describe("the end of a period", () => {
  it.each([
    ["2026-06-01T10:00:00Z", 14, "UTC", "2026-06-16T00:00:00.000Z"],
    ["2026-06-01T00:00:00Z", 1, "UTC", "2026-06-03T00:00:00.000Z"],
    ["2026-12-31T23:30:00Z", 1, "Europe/Paris", "2027-01-02T23:00:00.000Z"],
    ["2026-06-01T10:00:00Z", 1, "Asia/Kathmandu", "2026-06-02T18:15:00.000Z"],
    [
      "2026-06-01T11:00:00Z",
      1,
      "Pacific/Kiritimati",
      "2026-06-03T10:00:00.000Z",
    ],
  ])("is midnight after the whole last day: %s and %i days, %s", (...given) => {
    const [start, days, zone, expected] = given
    expect(end(start, days, zone)).toBe(expected)
  })

  it.each([
    // Clocks go from 23:59 to 01:00: the day after 3 November begins at 01:00.
    [
      "2018-11-02T12:00:00Z",
      1,
      "America/Sao_Paulo",
      "2018-11-04T03:00:00.000Z",
    ],
    [
      "2018-11-02T12:00:00Z",
      2,
      "America/Sao_Paulo",
      "2018-11-05T02:00:00.000Z",
    ],
  ])("is right where midnight does not exist: %s, %i, %s", (...given) => {
    const [start, days, zone, expected] = given
    expect(end(start, days, zone)).toBe(expected)
  })

  it.each([
    ["2026-10-23T12:00:00Z", 1, "Atlantic/Azores", "2026-10-25T00:00:00.000Z"],
    ["2026-10-23T12:00:00Z", 2, "Atlantic/Azores", "2026-10-26T01:00:00.000Z"],
    ["2026-10-30T12:00:00Z", 1, "America/Havana", "2026-11-01T04:00:00.000Z"],
  ])("is the first of two midnights: %s, %i, %s", (...given) => {
    const [start, days, zone, expected] = given
    expect(end(start, days, zone)).toBe(expected)
  })

  it.each([
    // Samoa crossed the date line: 29 December 2011 was followed by the 31st.
    [1, "2011-12-31T10:00:00.000Z"],
    [2, "2011-12-31T10:00:00.000Z"],
    [3, "2012-01-01T10:00:00.000Z"],
  ])(
    "is not a day that never was: 29 December 2011 and %i in Samoa",
    (...given) => {
      const [days, expected] = given
      expect(end("2011-12-29T22:00:00Z", days, "Pacific/Apia")).toBe(expected)
    }
  )

  it.each([
    // Monday, 1 June 2026: the 5th is a Friday.
    [4, [], "2026-06-06"],
    [5, [], "2026-06-09"],
    [6, [], "2026-06-09"],
    [4, ["2026-06-05"], "2026-06-09"],
    [6, ["2026-06-08", "2026-06-09"], "2026-06-11"],
    [7, ["2026-06-09"], "2026-06-09"],
  ])(
    "moves to a working day: %i days, holidays %j",
    (days, holidays, expected) => {
      expect(end("2026-06-01T10:00:00Z", days, "UTC", true, holidays)).toBe(
        `${expected}T00:00:00.000Z`
      )
    }
  )

  it("does not move where nobody asked for it", () => {
    expect(end("2026-06-01T10:00:00Z", 5, "UTC", false, ["2026-06-06"])).toBe(
      "2026-06-07T00:00:00.000Z"
    )
  })

  it("does not depend on when it is computed", () => {
    // Luxon guesses an offset from the clock of the machine.
    const seen = ["2026-01-15", "2026-07-15"].map((today) => {
      jest.useFakeTimers({ now: new Date(today) })
      const ends = [
        end("2026-10-23T12:00:00Z", 1, "Atlantic/Azores"),
        end("2026-10-24T12:00:00Z", 14, "Europe/Berlin"),
        end("2018-11-02T12:00:00Z", 1, "America/Sao_Paulo"),
      ]
      jest.useRealTimers()
      return ends
    })
    expect(seen[0]).toEqual(seen[1])
  })

  it.each([
    ["no date", "UTC"],
    ["2026-06-01T10:00:00Z", "Mars/Olympus"],
  ])("of %s in %s is none", (start, zone) => {
    expect(() => end(start, 1, zone)).toThrow(RangeError)
  })
})

describe("days and zones", () => {
  it("a moment has the day of its time zone", () => {
    const moment = new Date("2026-05-31T23:00:00Z")
    expect(dayOf(moment, "Europe/Berlin")).toBe("2026-06-01")
    expect(dayOf(moment, "America/New_York")).toBe("2026-05-31")
  })

  it("the last day before a deadline is shown to people", () => {
    const deadline = new Date("2026-06-15T22:00:00Z")
    expect(lastDayBefore(deadline, "Europe/Berlin")).toBe("2026-06-15")
  })

  it("days later is the same time of the day, also over a change of clocks", () => {
    const moment = new Date("2026-03-28T10:00:00+01:00")
    expect(daysLater(moment, 2, "Europe/Berlin").toISOString()).toBe(
      "2026-03-30T08:00:00.000Z"
    )
  })

  it.each([
    ["Europe/Berlin", true],
    ["UTC", true],
    ["Berlin", false],
    ["", false],
  ])("%p is a time zone: %p", (name, expected) => {
    expect(isTimeZone(name)).toBe(expected)
  })

  it.each([
    ["2026-12-25", true],
    ["2028-02-29", true],
    ["2026-02-29", false],
    ["25.12.2026", false],
    ["2026-12-25T00:00:00Z", false],
    ["", false],
  ])("%p is a day: %p", (text, expected) => {
    expect(isDay(text)).toBe(expected)
  })
})
