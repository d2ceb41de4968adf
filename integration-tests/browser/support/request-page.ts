import type { Page } from "playwright-core"
import type {
  AdminRefundRequestListResponse,
  StoreRefundRequest,
} from "../../../src/types"
import { logIn } from "../../demo/seed/store-client"
import type { DemoStore } from "./demo-store"

type Request = Pick<StoreRefundRequest, "id" | "kind" | "display_id">

/** What the admin calls a request. */
const titleOf = ({ kind, display_id }: Request): string =>
  `${kind === "withdrawal" ? "Withdrawal" : "Request"} #${display_id}`

/** The page of refund requests, and the drawer of one. */
export function requestPage(
  page: Page,
  store: Pick<DemoStore, "address" | "adminUrl" | "user">
) {
  const approval = page.getByRole("dialog", { name: "Approve and refund" })
  const details = (request: Request) =>
    page.getByRole("dialog", { name: titleOf(request), exact: true })
  return {
    table: page.getByRole("table", { name: "Refund requests" }),
    search: page.getByRole("searchbox"),
    /** The name of the button that opens a request in the list. */
    open: (request: Request) => `Open ${titleOf(request)}`,
    details,
    approval,
    submit: approval.getByRole("button", { name: /^Refund .*\d/ }),
    goTo: () => page.goto(`${store.adminUrl}/refund-requests`),
    /** Opens the drawer by its address. */
    async show(request: Request): Promise<void> {
      await page.goto(`${store.adminUrl}/refund-requests?request=${request.id}`)
      await details(request).waitFor()
    },
    async answer(
      request: Request,
      name: "Approve" | "Decline" | "Declare invalid" | "Ask back"
    ): Promise<void> {
      await details(request).getByRole("button", { name, exact: true }).click()
    },
    /** Of all requests the one that came last. */
    async newest(): Promise<StoreRefundRequest> {
      const { client } = await logIn(store.address, store.user)
      const { refund_requests } =
        await client.fetch<AdminRefundRequestListResponse>(
          "/admin/refund-requests?limit=1"
        )
      const [request] = refund_requests
      if (!request) {
        throw new Error("There is no refund request.")
      }
      return { ...request, photos: request.photos.length }
    },
  }
}
