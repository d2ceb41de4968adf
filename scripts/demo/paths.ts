import { join } from "node:path"

/** The folder of this package. */
export const PACKAGE_FOLDER = join(__dirname, "../..")

/** The store that uses the built package. */
export const STORE_FOLDER = join(PACKAGE_FOLDER, "integration-tests/demo")

/** What `npm start` keeps: databases, the emulator's state, logs. */
export const DEMO_FOLDER = join(PACKAGE_FOLDER, ".demo")
