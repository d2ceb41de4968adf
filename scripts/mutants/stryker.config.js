/**
 * Changes the rules of `src/domain` in small ways, one at a time, and expects a
 * unit test beside them to notice each: `npm run test:mutants`.
 *
 * @type {import("@stryker-mutator/api/core").PartialStrykerOptions}
 */
module.exports = {
  testRunner: "jest",
  jest: { configFile: "scripts/mutants/jest.config.js" },
  coverageAnalysis: "perTest",
  mutate: [
    "src/domain/**/*.ts",
    "!src/domain/**/*.unit.spec.ts",
    "!src/domain/**/__fixtures__/**",
    "!src/domain/**/index.ts",
  ],
  // Tables at the top of a file: a change of one reruns all tests.
  ignoreStatic: true,
  // Sentences may be written better at any time: see the reason there.
  plugins: ["@stryker-mutator/*", require.resolve("./words")],
  ignorers: ["words"],
  thresholds: { high: 95, low: 90, break: 85 },
  // All that the unit tests of the rules read.
  ignorePatterns: [
    "**",
    "!src/domain/**",
    "!scripts/mutants/**",
    "!jest.config.js",
    "!package.json",
    "!tsconfig.json",
  ],
  // Git, ESLint, Prettier, Jest and npm ignore this folder already.
  tempDirName: ".cache/mutants/sandbox",
  reporters: ["clear-text", "progress", "html", "json"],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  htmlReporter: { fileName: ".cache/mutants/report.html" },
  jsonReporter: { fileName: ".cache/mutants/report.json" },
}
