import { createHash } from "node:crypto"
import type {
  AdminRefundRequestListResponse,
  AdminRefundRequestProposalResponse,
  AdminRefundRequestResponse,
  RefundRequestDTO,
} from "../../../src/types"
import { signAccess } from "../../../src/domain"
import { tellCustomers } from "../../../src/workers/notices"
import type { Mailbox } from "../../mailbox"
import { ACCESS_SECRET } from "../../support/access-secret"
import { readBooks } from "../../support/books"
import { createPaidOrder, type PaidOrder } from "../../support/paid-order"
import { BASKET, BASKET_TOTAL } from "../../support/recipes"
import { refundsApi, type RefundsApi } from "../../support/refunds-api"
import { startTestMailbox } from "../../support/test-mailbox"
import { startTestStripe, type TestStripe } from "../../support/test-stripe"
import { storeTests } from "../../support/store-tests"
import { until } from "../../support/until"
import { customerApi, type CustomerApi } from "./support/customer-api"

let stripe: TestStripe
let mailbox: Mailbox
beforeAll(async () => {
  stripe = await startTestStripe()
  mailbox = await startTestMailbox()
})
afterAll(async () => {
  await mailbox.close()
  await stripe.close()
})

const DAY = 24 * 60 * 60 * 1000

storeTests({
  testSuite: ({ api, getContainer }) => {
    let refunds: RefundsApi
    let shop: CustomerApi
    let order: PaidOrder
    let typed: { name: string; order_number: string; email: string }

    beforeEach(async () => {
      stripe.control.reset()
      mailbox.empty()
      refunds = await refundsApi(api, getContainer())
      shop = await customerApi(api, getContainer())
      order = await createPaidOrder(
        getContainer(),
        stripe,
        {
          ...BASKET,
          email: "ada@example.com",
          shipping_address: { country_code: "de", first_name: "Ada" },
        },
        [{ amount: BASKET_TOTAL }]
      )
      const { data } = await refunds.get<{ order: { display_id: number } }>(
        `/admin/orders/${order.id}?fields=display_id`
      )
      typed = {
        name: "Ada Lovelace",
        order_number: `#${data.order.display_id}`,
        email: "Ada@Example.com",
      }
    })

    const requests = async (): Promise<RefundRequestDTO[]> => {
      const { data } = await refunds.get<AdminRefundRequestListResponse>(
        "/admin/refund-requests?kind=withdrawal"
      )
      return data.refund_requests
    }
    const mails = async (count: number) => {
      await until(`${count} mails`, async () => {
        await tellCustomers(getContainer())
        return mailbox.mails.length >= count
      })
      return mailbox.mails
    }

    it("is acknowledged at once, by mail as it is stored, and due in fourteen days", async () => {
      const { status, data } = await shop.withdraw(typed)
      expect(status).toBe(201)
      const { receipt, receipt_sha256, received_at } = data.withdrawal
      expect(receipt).toContain("Ada Lovelace")
      expect(receipt).toContain(typed.order_number)
      expect(receipt_sha256).toBe(
        createHash("sha256").update(receipt).digest("hex")
      )
      const [mail] = await mails(1)
      expect(mail?.text?.trim()).toBe(receipt.trim())
      const [stored] = await requests()
      expect(stored).toMatchObject({
        kind: "withdrawal",
        status: "submitted",
        order_id: order.id,
        name: "Ada Lovelace",
        receipt,
        receipt_sha256,
        due_in_days: 14,
      })
      const days =
        (Date.parse(String(stored?.due_at)) - Date.parse(received_at)) / DAY
      expect(days).toBeGreaterThanOrEqual(14)
      expect(days).toBeLessThanOrEqual(15)
      expect(stored?.lines.map(({ quantity }) => quantity)).toEqual([3, 2])
    })

    it("of a number that there is not is answered, and mailed, the same", async () => {
      const known = await shop.withdraw(typed)
      const unknown = await shop.withdraw({ ...typed, order_number: "999999" })
      const foreign = await shop.withdraw({ ...typed, email: "x@example.com" })
      for (const { status, data } of [unknown, foreign]) {
        expect(status).toBe(known.status)
        expect(Object.keys(data.withdrawal)).toEqual(
          Object.keys(known.data.withdrawal)
        )
      }
      // Only the number that was typed differs, and where the lines break by it.
      const words = (receipt: string, number: string) =>
        receipt.replaceAll(number, "NUMBER").replace(/\s+/g, " ")
      expect(words(unknown.data.withdrawal.receipt, "999999")).toBe(
        words(known.data.withdrawal.receipt, typed.order_number)
      )
      const sent = await mails(3)
      expect(sent.map(({ to }) => String(to)).sort()).toEqual(
        ["Ada@example.com", "Ada@example.com", "x@example.com"].sort()
      )
      expect((await requests()).map(({ order_id }) => order_id)).toEqual([
        null,
        null,
        order.id,
      ])
    })

    it("that belongs to no order is assigned by the shop, once", async () => {
      await shop.withdraw({ ...typed, order_number: "1O42" })
      const [{ id } = { id: "" }] = await requests()
      const path = `/admin/refund-requests/${id}`
      const approved = await refunds.post(`${path}/approve`, {})
      expect(approved.data.code).toBe("order_not_found")
      const assigned = await refunds.post<AdminRefundRequestResponse>(
        `${path}/assign`,
        { order_id: order.id }
      )
      expect(assigned.data.refund_request).toMatchObject({
        order_id: order.id,
        order_number: typed.order_number.replace("#", ""),
        events: [{}, { action: "assigned", details: { typed: "1O42" } }],
      })
      const again = await refunds.post(`${path}/assign`, { order_id: order.id })
      expect(again.data.code).toBe("refund_request_decided")
    })

    it("of all goods takes the shipping costs back, and keeps no fee", async () => {
      await shop.withdraw(typed)
      const [{ id } = { id: "" }] = await requests()
      const { data } = await refunds.get<AdminRefundRequestProposalResponse>(
        `/admin/refund-requests/${id}/proposal`
      )
      expect(data.proposal).toMatchObject({
        request: { shipping: "all" },
        fees: null,
      })
      const { status, data: approved } =
        await refunds.post<AdminRefundRequestResponse>(
          `/admin/refund-requests/${id}/approve`,
          {}
        )
      expect([status, approved.message]).toEqual([200, undefined])
      const { stripe_minor } = await readBooks(getContainer(), stripe, order)
      expect(stripe_minor).toBe(12541)
    })

    it("of a part, in the consumer's words, is for the shop to read", async () => {
      await shop.withdraw({ ...typed, parts: "Only one cap, the blue one." })
      const [request] = await requests()
      expect(request).toMatchObject({
        order_id: order.id,
        lines: [],
        message: "Only one cap, the blue one.",
      })
      const path = `/admin/refund-requests/${request?.id}/approve`
      expect((await refunds.post(path, {})).data.code).toBe("invalid_request")
      const { status } = await refunds.post(path, {
        request: { items: [{ item_id: order.items[1]?.id, quantity: 1 }] },
      })
      expect(status).toBe(200)
      const { stripe_minor } = await readBooks(getContainer(), stripe, order)
      expect(stripe_minor).toBe(3000)
    })

    it("pressed twice is one, with one acknowledgement", async () => {
      const answers = await Promise.all(
        Array.from({ length: 5 }, () => shop.withdraw(typed))
      )
      const receipts = answers.map(({ data }) => data.withdrawal.receipt)
      expect(new Set(receipts).size).toBe(1)
      const unknown = { ...typed, order_number: "999999" }
      await Promise.all([shop.withdraw(unknown), shop.withdraw(unknown)])
      expect((await requests()).length).toBe(2)
      expect(await mails(2)).toHaveLength(2)
    })

    it("of what is withdrawn already is taken without items, for the shop to read", async () => {
      await shop.withdraw(typed)
      await shop.withdraw({ ...typed, name: "A. Lovelace" })
      expect((await requests()).map(({ lines }) => lines.length)).toEqual([
        0, 2,
      ])
    })

    it("of a half of each line keeps the shipping costs with the shop", async () => {
      const guest = {
        access: signAccess(
          {
            order_id: order.id,
            scope: "request",
            version: 0,
            expires_at: new Date(Date.now() + DAY),
          },
          ACCESS_SECRET
        ),
      }
      const asked = await shop.ask(
        order.id,
        {
          kind: "withdrawal",
          name: "Ada",
          items: [
            { item_id: order.items[0]?.id, quantity: 2 },
            { item_id: order.items[1]?.id, quantity: 1 },
          ],
        },
        guest
      )
      expect([asked.status, asked.data.message]).toEqual([201, undefined])
      const { data } = await refunds.get<AdminRefundRequestProposalResponse>(
        `/admin/refund-requests/${asked.data.refund_request.id}/proposal`
      )
      expect(data.proposal.request.shipping).toBeUndefined()
    })

    it("cannot be declined, only be called invalid with the ground", async () => {
      await shop.withdraw(typed)
      const [{ id } = { id: "" }] = await requests()
      const path = `/admin/refund-requests/${id}/decline`
      const note = "Made to measure (Art. 16(c))."
      expect((await refunds.post(path, { note })).data.code).toBe(
        "withdrawal_not_declinable"
      )
      const { data } = await refunds.post<AdminRefundRequestResponse>(path, {
        note,
        as: "invalid",
      })
      expect(data.refund_request).toMatchObject({
        status: "invalid",
        decision_note: note,
        due_in_days: null,
      })
    })

    describe("on plain pages, without JavaScript", () => {
      const url = "/refunds/withdrawal?lang=de"
      const form = (fields: Record<string, string>) =>
        api.post(url, new URLSearchParams(fields).toString(), {
          headers: { "content-type": "application/x-www-form-urlencoded" },
          validateStatus: () => true,
        }) as Promise<{ status: number; data: string }>

      it("is declared in two steps, with the words of the law", async () => {
        const first = (await api.get(url, {})) as {
          headers: Record<string, string>
          data: string
        }
        expect(first.data).toContain("Vertrag widerrufen")
        expect(first.data).not.toContain("<script")
        expect(first.headers["cache-control"]).toBe("no-store")
        const check = await form({
          ...typed,
          parts: "<b>Hut</b>",
          step: "check",
        })
        expect(check.data).toContain("Widerruf bestätigen")
        expect(check.data).toContain("&lt;b&gt;Hut&lt;/b&gt;")
        expect(await requests()).toEqual([])
        const done = await form({ ...typed, parts: "", step: "declare" })
        expect(done.data).toContain("Ihr Widerruf ist eingegangen.")
        expect(done.data).toContain("Ada Lovelace")
        expect(await requests()).toMatchObject([
          { order_id: order.id, locale: "de" },
        ])
        const [mail] = await mails(1)
        expect(mail?.subject).toContain("Widerruf")
      })

      it("says what is missing, and keeps what was typed", async () => {
        const { status, data } = await form({
          name: "Ada",
          email: "",
          order_number: "1",
          step: "check",
        })
        expect(status).toBe(200)
        expect(data).toContain('role="alert"')
        expect(data).toContain('value="Ada"')
      })

      it("takes any form without breaking", async () => {
        for (const body of [
          "",
          "name=a&name=b",
          "name[x]=1",
          "step=declare",
          "%",
        ]) {
          const { status } = (await api.post(url, body, {
            headers: { "content-type": "application/x-www-form-urlencoded" },
            validateStatus: () => true,
          })) as { status: number }
          expect(status).toBeLessThan(500)
        }
      })
    })
  },
})
