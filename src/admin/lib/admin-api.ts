import type { RefundErrorResponse } from "../../types"
import { AdminApiError } from "./admin-api-error"

const backendUrl = __BACKEND_URL__ ?? "/"
const DEFAULT_TOKEN_KEY = "medusa_auth_token"

type Options = {
  method?: "GET" | "POST"
  body?: unknown
  headers?: Record<string, string>
  signal?: AbortSignal
}

/**
 * Calls the admin API with the dashboard's own login. Medusa's JS SDK keeps
 * only the message of an error; the drawer needs its code and field.
 */
export async function adminApi<Body>(
  path: string,
  options: Options = {}
): Promise<{ status: number; data: Body }> {
  const response = await ask(path, options)
  return { status: response.status, data: (await jsonOf(response)) as Body }
}

/** A file that only the staff may see, with the same login and the same errors. */
export async function adminFile(
  path: string,
  options: Pick<Options, "signal"> = {}
): Promise<Blob> {
  return (await ask(path, options)).blob()
}

async function ask(
  path: string,
  { method = "GET", body, headers, signal }: Options
): Promise<Response> {
  const response = await fetch(`${backendUrl.replace(/\/$/, "")}${path}`, {
    method,
    credentials: "include",
    headers: { "content-type": "application/json", ...login(), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal,
  })
  if (!response.ok) {
    const error = (await jsonOf(response)) as RefundErrorResponse
    throw new AdminApiError(response.status, error)
  }
  return response
}

const jsonOf = (response: Response): Promise<unknown> =>
  response.json().catch(() => ({
    type: "unknown_error",
    code: "unknown_error",
    message: response.statusText,
  }))

/** A session is a cookie; a JWT lies where the dashboard's SDK puts it. */
function login(): Record<string, string> {
  if (typeof __AUTH_TYPE__ === "undefined" || __AUTH_TYPE__ !== "jwt") {
    return {}
  }
  const key = __JWT_TOKEN_STORAGE_KEY__ || DEFAULT_TOKEN_KEY
  const token = window.localStorage.getItem(key)
  return token ? { authorization: `Bearer ${token}` } : {}
}
