import { randomBytes } from "node:crypto"
import type {
  AdminRefundRequestResponse,
  StoreRefundRequestResponse,
} from "../../../src/types"
import { createCustomer } from "../../support/customer"
import { createPaidOrder, type PaidOrder } from "../../support/paid-order"
import { BASKET, BASKET_TOTAL } from "../../support/recipes"
import { refundsApi, type RefundsApi } from "../../support/refunds-api"
import { startTestStripe, type TestStripe } from "../../support/test-stripe"
import { storeTests } from "../../support/store-tests"
import { customerApi, type CustomerApi } from "./support/customer-api"

let stripe: TestStripe
beforeAll(async () => {
  stripe = await startTestStripe()
})
afterAll(() => stripe.close())

const PNG = Buffer.concat([
  Buffer.from("89504e470d0a1a0a", "hex"),
  randomBytes(1000),
])

storeTests({
  testSuite: ({ api, getContainer }) => {
    let refunds: RefundsApi
    let shop: CustomerApi
    let order: PaidOrder
    let me: { token: string }
    let path: string

    beforeEach(async () => {
      stripe.control.reset()
      refunds = await refundsApi(api, getContainer())
      shop = await customerApi(api, getContainer())
      const customer = await createCustomer(getContainer())
      me = { token: customer.token }
      order = await createPaidOrder(
        getContainer(),
        stripe,
        { ...BASKET, customer_id: customer.id },
        [{ amount: BASKET_TOTAL }]
      )
      const { data } = await shop.ask(
        order.id,
        { items: [{ item_id: order.items[0]?.id, quantity: 1 }] },
        me
      )
      path = `/store/orders/${order.id}/refund-requests/${data.refund_request.id}/photos`
    })

    const send = (files: Buffer[], visitor: { token?: string } = me) => {
      const form = new FormData()
      for (const [index, file] of files.entries()) {
        form.append("photos", new Blob([new Uint8Array(file)]), `${index}.png`)
      }
      return shop.post<StoreRefundRequestResponse>(path, form, visitor, {
        "content-type": "multipart/form-data",
      })
    }
    const seenByStaff = async () => {
      const id = path.split("/")[5]
      const { data } = await refunds.get<AdminRefundRequestResponse>(
        `/admin/refund-requests/${id}`
      )
      return data.refund_request
    }

    it("of a request are counted for the customer, and opened by the staff alone", async () => {
      const { status, data } = await send([PNG, PNG])
      expect([status, data.message]).toEqual([200, undefined])
      expect(data.refund_request.photos).toBe(2)
      const { id, photos } = await seenByStaff()
      expect(photos).toMatchObject([
        { mime_type: "image/png", size: PNG.length },
        { mime_type: "image/png", size: PNG.length },
      ])
      const url = `/admin/refund-requests/${id}/photos/${photos[0]?.id}`
      const picture = (await api.get(url, {
        ...refunds.admin,
        responseType: "arraybuffer",
      })) as { data: ArrayBuffer; headers: Record<string, string> }
      expect(Buffer.from(picture.data).equals(PNG)).toBe(true)
      expect(picture.headers).toMatchObject({
        "content-type": "image/png",
        "x-content-type-options": "nosniff",
      })
      const stranger = (await api.get(url, {
        validateStatus: () => true,
      })) as { status: number }
      expect(stranger.status).toBe(401)
    })

    it.each([
      ["six of them", Array<Buffer>(6).fill(PNG)],
      ["none", []],
      ["a page that is called a picture", [Buffer.from("<html><script>")]],
      ["one of 50 MB", [Buffer.concat([PNG, Buffer.alloc(50_000_000)])]],
      ["a good one and a bad one", [PNG, Buffer.from("GIF? no")]],
    ])("%s are refused, and nothing is kept", async (_, files) => {
      const { status, data } = await send(files)
      expect(status).toBe(400)
      expect(["invalid_photo", "invalid_request"]).toContain(data.code)
      expect((await seenByStaff()).photos).toEqual([])
    })

    it("are no more than five in all", async () => {
      expect((await send([PNG, PNG, PNG])).status).toBe(200)
      expect((await send([PNG, PNG, PNG])).data.code).toBe("invalid_photo")
      expect((await seenByStaff()).photos).toHaveLength(3)
    })

    it("of a stranger, or for a request that is decided, are not taken", async () => {
      expect((await send([PNG], {})).status).toBe(404)
      const { id } = await seenByStaff()
      await refunds.post(`/admin/refund-requests/${id}/decline`, {
        note: "No.",
      })
      expect((await send([PNG])).data.code).toBe("refund_request_decided")
      expect((await seenByStaff()).photos).toEqual([])
    })
  },
})
