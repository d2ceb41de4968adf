import { refundNews } from "../../../domain"
import { refundNoticesModule } from "../../../workflows/common/refund-notices-module"
import { refundsModule } from "../../../workflows/common/refunds-module"
import type { NewsOf } from "./types"

/**
 * What there is to tell of a refund. Of an entry that another one followed there is
 * nothing: the later one has its own notice, whose state has to last as long.
 */
export const newsOfOrderRefund: NewsOf = async (container, notice) => {
  const id = String(notice.order_refund_id)
  const { history } = refundNoticesModule(container)
  if (await history.isOvertaken(id, notice.key)) {
    return { silent: "The refund has moved on since." }
  }
  const refund = await refundsModule(container).orderRefunds.find({ id })
  if (!refund) {
    return { silent: "The refund does not exist any more." }
  }
  const news = refundNews(refund, await history.toldOfRefund(id))
  return "silent" in news
    ? news
    : { template: news.template, data: news.data, about: news.transactions }
}
