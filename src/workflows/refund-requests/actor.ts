/** Who acts on a request, as its trail names them. */
export const actorOf = (userId: string | null | undefined): string =>
  userId ? `user:${userId}` : "workflow"
