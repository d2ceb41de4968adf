/**
 * Whether the process is `medusa db:migrate` or another command for the
 * database. They load the whole store to run its migration scripts, but no
 * workflows, and nobody refunds there.
 *
 * @example
 * isDatabaseCommand(["node", "medusa", "db:migrate:scripts"]) // true
 */
export const isDatabaseCommand = (argv: string[]): boolean =>
  argv.slice(2).some((word) => word.startsWith("db:"))
