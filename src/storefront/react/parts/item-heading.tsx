import type { StoreRefundOption } from "../../../types/refund-request"
import { useRefunds } from "../provider/refunds-context"
import { itemName } from "./item-name"

/** An item as it was bought. */
export function ItemHeading({ item }: { item: StoreRefundOption }) {
  const { classNames } = useRefunds()
  return (
    <>
      {item.thumbnail && (
        // The title beside it says what it shows.
        <img src={item.thumbnail} alt="" className={classNames.itemImage} />
      )}
      <span className={classNames.itemTitle}>{itemName(item)}</span>
    </>
  )
}
