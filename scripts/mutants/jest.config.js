const { resolve } = require("node:path")
const { projects } = require("../../jest.config")

/** Of the unit project the rules: Stryker knows no `projects`. */
module.exports = {
  ...projects.find(({ displayName }) => displayName === "unit"),
  rootDir: resolve(__dirname, "../.."),
  testMatch: ["<rootDir>/src/domain/**/*.unit.spec.ts"],
  // Instrumented code is slow, and these look at the time.
  testPathIgnorePatterns: ["/node_modules/", "\\.large\\.unit\\.spec\\.ts$"],
  moduleNameMapper: {
    "^fast-check$": "<rootDir>/scripts/mutants/few-cases.js",
  },
}
