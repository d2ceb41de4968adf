/**
 * `tests`: fast, and a power cut may destroy the data.
 * `demo`: keeps what it has been told.
 */
export type ServerPurpose = "tests" | "demo"

const common: Record<string, string> = {
  listen_addresses: "localhost",
  // Loopback is enough, and the default folder may not be writable.
  unix_socket_directories: "''",
  max_connections: "200",
  log_min_messages: "warning",
  // Containers often have a /dev/shm too small for parallel queries.
  max_parallel_workers_per_gather: "0",
  jit: "off",
}

const fast: Record<string, string> = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  autovacuum: "off",
}

/** The settings a server is started with. */
export function serverSettings(purpose: ServerPurpose): Record<string, string> {
  return purpose === "tests" ? { ...common, ...fast } : { ...common }
}
