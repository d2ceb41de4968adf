import { StrictMode } from "react"
import { createRoot } from "react-dom/client"
import { readAccessFromFragment } from "medusa-plugin-refunds/storefront"
import { App } from "./app"
import { openShop } from "./shop"
import "./style.css"

// Before anything else looks at the address: the token must not stay in it.
const guest = readAccessFromFragment()

async function start(root: HTMLElement): Promise<void> {
  const shop = await openShop()
  createRoot(root).render(
    <StrictMode>
      <App shop={shop} guest={guest} />
    </StrictMode>
  )
}

const root = document.getElementById("shop")
if (root) {
  void start(root)
}
