import { createRequire } from "node:module"

/** The version of this plugin: what an answer looks like may change with it. */
export const PLUGIN_VERSION: string = createRequire(__filename)(
  "medusa-plugin-refunds/package.json"
).version
