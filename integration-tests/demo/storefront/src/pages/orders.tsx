import { useEffect, useState } from "react"
import type { Shop } from "../shop"

type Listed = Awaited<
  ReturnType<Shop["sdk"]["store"]["order"]["list"]>
>["orders"]

/** The customer's orders, to choose one. */
export function Orders({ shop }: { shop: Shop }) {
  const [orders, setOrders] = useState<Listed | null>(null)
  useEffect(() => {
    void shop.sdk.store.order
      .list({ order: "-created_at", limit: 50 })
      .then((answer) => setOrders(answer.orders))
  }, [shop])
  return (
    <>
      <h1>Your orders</h1>
      {orders === null ? (
        <p role="status">Loading …</p>
      ) : (
        <ul className="list">
          {orders.map((order) => (
            <li key={order.id} className="card">
              <a className="order-link" href={`#/orders/${order.id}`}>
                <span>Order #{order.display_id}</span>
                <span className="hint">
                  {(order.items ?? [])
                    .map(({ quantity, title }) => `${quantity} × ${title}`)
                    .join(", ")}
                </span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
