import { errorOf } from "../client/refunds-error"
import type { StoreRefundRequest } from "../../types/refund-request"
import type { StoreOrderRefund } from "../../types/store"
import { watchRefunds, type Watch } from "./watch-refunds"

const refund = (status: StoreOrderRefund["status"]): StoreOrderRefund => ({
  id: "orref_1",
  status,
  currency_code: "eur",
  amount: "10.00",
  lines: [],
  note: null,
  timeline: [],
  next_step: "wait",
  methods: [],
  expected_at: null,
  bank_references: [],
  is_reversal: false,
  action_expires_at: null,
  created_at: "2026-12-01T10:00:00.000Z",
})

describe("watching an order's refunds", () => {
  let status: StoreOrderRefund["status"]
  let requests: StoreRefundRequest[]
  let error: Error | null
  let isHidden: boolean
  let tabChanged: () => void
  let etags: (string | null | undefined)[]
  let seen: string[]
  let errors: unknown[]
  let watch: Watch

  const client = {
    listRefunds: async (
      _orderId: string,
      { etag }: { etag?: string | null } = {}
    ) => {
      etags.push(etag)
      if (error) {
        throw error
      }
      return etag === status
        ? { changed: false as const, order_refunds: null, etag }
        : {
            changed: true as const,
            order_refunds: [refund(status)],
            etag: status,
          }
    },
    listRequests: async () => requests,
  }

  const start = (signal?: AbortSignal) => {
    watch = watchRefunds(
      client,
      "order_1",
      ({ order_refunds }) => seen.push(order_refunds[0]?.status ?? "none"),
      {
        signal,
        onError: (thrown) => errors.push(thrown),
        tab: {
          isHidden: () => isHidden,
          onChange: (callback) => {
            tabChanged = callback
            return () => (tabChanged = () => undefined)
          },
        },
      }
    )
  }
  const after = (ms: number) => jest.advanceTimersByTimeAsync(ms)

  beforeEach(() => {
    jest.useFakeTimers()
    status = "on_its_way"
    requests = []
    error = null
    isHidden = false
    etags = []
    seen = []
    errors = []
  })
  afterEach(() => {
    watch.stop()
    jest.useRealTimers()
  })

  it("tells of what there is, and of each change once", async () => {
    start()
    await after(0)
    expect(seen).toEqual(["on_its_way"])
    await after(3_000)
    expect(seen).toEqual(["on_its_way"])
    status = "refunded"
    await after(10_000)
    expect(seen).toEqual(["on_its_way", "refunded"])
  })

  it("says what it knows already, so that the store need not repeat it", async () => {
    start()
    await after(3_000)
    expect(etags).toEqual([undefined, "on_its_way"])
  })

  it("asks ever more seldom while nothing happens, at last once a minute", async () => {
    start()
    await after(60_000)
    const first = etags.length
    expect(first).toBeLessThan(8)
    await after(600_000)
    const before = etags.length
    await after(600_000)
    expect(etags.length - before).toBe(10)
  })

  it("is quick again after a change", async () => {
    start()
    await after(600_000)
    status = "failed"
    while (!seen.includes("failed")) {
      await after(1_000)
    }
    const before = etags.length
    await after(3_000)
    expect(etags.length).toBe(before + 1)
  })

  it("asks no more once everything is settled", async () => {
    status = "refunded"
    start()
    await after(600_000)
    expect(etags).toHaveLength(1)
  })

  it("goes on while a request is open, and after something was done here", async () => {
    status = "refunded"
    start()
    await after(60_000)
    requests = [{ id: "refreq_1", status: "submitted" } as StoreRefundRequest]
    watch.refresh()
    await after(0)
    expect(etags).toHaveLength(2)
    await after(3_000)
    expect(etags).toHaveLength(3)
  })

  it("asks nothing while the tab is hidden, and at once when it is seen again", async () => {
    start()
    await after(0)
    isHidden = true
    tabChanged()
    await after(600_000)
    expect(etags).toHaveLength(1)
    status = "refunded"
    isHidden = false
    tabChanged()
    await after(0)
    expect(seen).toEqual(["on_its_way", "refunded"])
  })

  it("starts when a tab that was opened in the background is seen", async () => {
    isHidden = true
    start()
    await after(60_000)
    expect(etags).toEqual([])
    isHidden = false
    tabChanged()
    await after(0)
    expect(seen).toEqual(["on_its_way"])
  })

  it("reports a failure and goes on", async () => {
    error = errorOf(0, null)
    start()
    await after(0)
    expect(errors).toHaveLength(1)
    error = null
    await after(3_000)
    expect(seen).toEqual(["on_its_way"])
  })

  it.each([401, 403, 404])("ends with status %d", async (answered) => {
    error = errorOf(answered, null)
    start()
    await after(600_000)
    expect(etags).toHaveLength(1)
    expect(errors).toHaveLength(1)
  })

  it("ends when it is told to", async () => {
    const stopped = new AbortController()
    start(stopped.signal)
    await after(0)
    stopped.abort()
    status = "refunded"
    tabChanged()
    await after(600_000)
    expect(etags).toHaveLength(1)
    expect(seen).toEqual(["on_its_way"])
  })

  it("never starts where it was stopped before", async () => {
    start(AbortSignal.abort())
    await after(60_000)
    expect(etags).toEqual([])
  })

  it("asks one question at a time, and once more when asked meanwhile", async () => {
    start()
    watch.refresh()
    watch.refresh()
    await after(0)
    expect(etags).toHaveLength(2)
  })
})
