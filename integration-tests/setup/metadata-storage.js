// MikroORM keeps the entities it has discovered in a global, which outlives the
// module registry that Jest gives each test file. A kept store still needs them.
if (!globalThis.keepsStores) {
  const { MetadataStorage } = require("@medusajs/framework/mikro-orm/core")

  MetadataStorage.clear()
}
