import { useState, type FormEvent } from "react"
import type { Shop } from "../shop"

/** Logs a customer in. The demo's own is filled in already. */
export function LogIn({
  shop,
  onLoggedIn,
}: {
  shop: Shop
  onLoggedIn: () => void
}) {
  const [email, setEmail] = useState(shop.customer.email)
  const [password, setPassword] = useState(shop.customer.password)
  const [isWrong, setWrong] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setWrong(false)
    try {
      await shop.sdk.auth.login("customer", "emailpass", { email, password })
      onLoggedIn()
    } catch {
      setWrong(true)
    }
  }
  return (
    <form className="form narrow" onSubmit={(event) => void submit(event)}>
      <h1>Log in</h1>
      <label className="field">
        <span className="label">E-mail</span>
        <input
          className="input"
          type="email"
          autoComplete="username"
          required
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
      </label>
      <label className="field">
        <span className="label">Password</span>
        <input
          className="input"
          type="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </label>
      {isWrong && (
        <p role="alert" className="error">
          E-mail or password is wrong.
        </p>
      )}
      <button type="submit" className="button button-primary">
        Log in
      </button>
    </form>
  )
}
