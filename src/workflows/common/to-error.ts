/** Errors that crossed a workflow are plain objects; loggers want an `Error`. */
export function toError(error: unknown): Error {
  if (error instanceof Error) {
    return error
  }
  const message =
    typeof error === "object" && error !== null && "message" in error
      ? error.message
      : error
  return new Error(String(message), { cause: error })
}
