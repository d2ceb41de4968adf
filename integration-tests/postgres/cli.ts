import { startCluster, stopCluster } from "./cluster"
import { databaseUrl } from "./connection"
import { TEST_CLUSTER } from "./shared-server"

/**
 * Starts or stops the tests' PostgreSQL by hand, to look into a database or
 * to generate a migration.
 *
 * Usage: npm run postgres -- start|stop
 */
async function main(command: string | undefined): Promise<void> {
  if (command === "start") {
    const { connection } = await startCluster(TEST_CLUSTER, "tests")
    process.stdout.write(`${databaseUrl(connection, connection.database)}\n`)
  } else if (command === "stop") {
    stopCluster(TEST_CLUSTER)
  } else {
    process.stderr.write("Usage: npm run postgres -- start|stop\n")
    process.exitCode = 1
  }
}

void main(process.argv[2])
