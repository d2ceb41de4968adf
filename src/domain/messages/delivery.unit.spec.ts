import {
  DELIVERY_TRIES,
  deliveryKeys,
  nextDelivery,
  retryAt,
  type DeliveryAttempt,
} from "./delivery"

const NOW = new Date("2026-12-01T12:00:00.000Z")
const KEYS = deliveryKeys("refaud_1", 3)

const tried = (
  number: number,
  status: DeliveryAttempt["status"],
  minutesAgo = 1
): DeliveryAttempt => ({
  id: `noti_${number}`,
  key: KEYS[number - 1] ?? "",
  status,
  created_at: new Date(NOW.getTime() - minutesAgo * 60_000).toISOString(),
})
const next = (...tries: DeliveryAttempt[]) => nextDelivery(tries, KEYS, NOW)

describe("a message", () => {
  it("is sent under its own key first", () => {
    expect(next()).toEqual({
      do: "send",
      key: "refunds:refaud_1",
      note: null,
    })
  })

  it("that arrived is never sent again, whatever the other tries say", () => {
    expect(next(tried(1, "pending", 60), tried(2, "success"))).toEqual({
      do: "nothing",
      notification_id: "noti_2",
    })
  })

  it("whose try failed is sent under another key, which Medusa does not know", () => {
    expect(next(tried(1, "failure"))).toMatchObject({
      do: "send",
      key: "refunds:refaud_1:2",
      note: null,
    })
  })

  it("that may be on its way waits a quarter of an hour", () => {
    expect(next(tried(1, "pending", 14))).toEqual({
      do: "wait",
      until: new Date("2026-12-01T12:01:00.000Z"),
    })
  })

  it("that nobody knows of after a quarter of an hour is sent again, and says so", () => {
    expect(next(tried(1, "pending", 15))).toMatchObject({
      do: "send",
      key: "refunds:refaud_1:2",
      note: expect.stringContaining("may have come twice"),
    })
  })

  it("is tried for some days, and then no more", () => {
    expect(retryAt(1, NOW)).toEqual(new Date("2026-12-01T12:01:00.000Z"))
    expect(retryAt(DELIVERY_TRIES - 1, NOW)).not.toBeNull()
    expect(retryAt(DELIVERY_TRIES, NOW)).toBeNull()
  })
})
