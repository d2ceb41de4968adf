import { useEffect, useState } from "react"
import {
  forgetAccess,
  type OrderAccess,
} from "medusa-plugin-refunds/storefront"
import { languages } from "./languages"
import { Header } from "./header"
import { LogIn } from "./pages/log-in"
import { Order } from "./pages/order"
import { Orders } from "./pages/orders"
import { Visitor } from "./pages/visitor"
import type { Shop } from "./shop"
import { useHash } from "./use-hash"

/** The whole storefront: who looks, and at what. */
export function App({
  shop,
  guest,
}: {
  shop: Shop
  guest: OrderAccess | null
}) {
  const [page, id] = useHash()
  const [language, setLanguage] = useState("en")
  const [isLoggedIn, setLoggedIn] = useState<boolean | null>(null)
  const [link, setLink] = useState(guest)
  const { messages } = languages[language] ?? languages.en ?? fail()

  useEffect(() => {
    void Promise.resolve(shop.sdk.client.getToken()).then((token) =>
      setLoggedIn(Boolean(token))
    )
  }, [shop])

  const leave = async () => {
    forgetAccess()
    setLink(null)
    await shop.sdk.auth.logout().catch(() => shop.sdk.client.clearToken())
    setLoggedIn(false)
    location.hash = "/"
  }

  const view = () => {
    if (link && !page) {
      return (
        <Order
          key={link.order_id}
          shop={shop}
          orderId={link.order_id}
          access={link.access}
          messages={messages}
        />
      )
    }
    if (page === "visitor") {
      return <Visitor shop={shop} messages={messages} />
    }
    if (isLoggedIn === false) {
      return <LogIn shop={shop} onLoggedIn={() => setLoggedIn(true)} />
    }
    if (isLoggedIn && page === "orders" && id) {
      return <Order key={id} shop={shop} orderId={id} messages={messages} />
    }
    return isLoggedIn ? <Orders shop={shop} /> : null
  }

  return (
    <>
      <Header
        language={language}
        onLanguage={setLanguage}
        isKnown={isLoggedIn === true || link !== null}
        onLeave={() => void leave()}
      />
      <main className="page" lang={messages.locale}>
        {view()}
      </main>
    </>
  )
}

const fail = (): never => {
  throw new Error("English is missing.")
}
