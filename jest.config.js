const swc = (parser, transform = {}) => [
  "@swc/jest",
  {
    jsc: {
      parser: { ...parser, decorators: true },
      transform: {
        legacyDecorator: true,
        decoratorMetadata: true,
        ...transform,
      },
      target: "es2022",
    },
  },
]

const transform = {
  "^.+\\.[jt]s$": swc({ syntax: "typescript" }),
  "^.+\\.[jt]sx$": swc(
    { syntax: "typescript", tsx: true },
    { react: { runtime: "automatic" } }
  ),
}

const common = {
  transform,
  testEnvironment: "node",
  moduleFileExtensions: ["js", "ts", "tsx", "json", "node"],
  modulePathIgnorePatterns: [
    "<rootDir>/.medusa/",
    "<rootDir>/.cache/",
    "<rootDir>/.demo/",
    "<rootDir>/integration-tests/demo/.medusa/",
  ],
}

const withPostgres = {
  globalSetup: "<rootDir>/integration-tests/postgres/jest-global-setup.ts",
  globalTeardown:
    "<rootDir>/integration-tests/postgres/jest-global-teardown.ts",
}

const slow = {
  setupFilesAfterEnv: ["<rootDir>/integration-tests/setup/timeout.ts"],
}

const withMedusa = {
  ...withPostgres,
  ...slow,
  setupFiles: [
    "<rootDir>/integration-tests/setup/logging.js",
    "<rootDir>/integration-tests/setup/metadata-storage.js",
  ],
}

const notOthers = ["/node_modules/", "\\.unit\\.spec\\.ts$"]

function project(displayName, folders, options = {}) {
  return {
    ...common,
    displayName,
    testMatch: folders.map((folder) => `<rootDir>/${folder}/**/*.spec.ts`),
    testPathIgnorePatterns: notOthers,
    ...options,
  }
}

/** Two processes with a shared lock need a Redis: `scripts/test/redis.ts`. */
const needsRedis =
  process.env.REFUNDS_TEST_WITHOUT_REDIS === "true"
    ? ["/faults/two-processes\\.spec\\.ts$"]
    : []

/**
 * One project per kind of test, cheapest first. `npm test` runs them in this
 * order; `npx jest --selectProjects http -t "..."` runs part of one.
 */
module.exports = {
  projects: [
    {
      ...common,
      displayName: "unit",
      testMatch: [
        "<rootDir>/src/**/*.unit.spec.ts",
        "<rootDir>/integration-tests/**/*.unit.spec.ts",
        "<rootDir>/scripts/**/*.unit.spec.ts",
      ],
    },
    project("emulator", [
      "integration-tests/stripe-emulator",
      "integration-tests/stripe-recorded",
    ]),
    project(
      "modules",
      ["integration-tests/postgres", "integration-tests/modules"],
      withMedusa
    ),
    project(
      "http",
      [
        "integration-tests/http",
        "integration-tests/workflows",
        "integration-tests/faults",
        "integration-tests/convergence",
      ],
      {
        ...withMedusa,
        testEnvironment: "<rootDir>/integration-tests/worker/environment.js",
        runtime: "<rootDir>/integration-tests/worker/runtime.js",
        globalSetup:
          "<rootDir>/integration-tests/postgres/jest-global-setup-stores.ts",
        globalTeardown:
          "<rootDir>/integration-tests/postgres/jest-global-teardown-stores.ts",
        testPathIgnorePatterns: [...notOthers, ...needsRedis],
      }
    ),
    // Only by `npm run bench`.
    project("bench", ["integration-tests/bench"], {
      ...withMedusa,
      globalSetup:
        "<rootDir>/integration-tests/postgres/jest-global-setup-stores.ts",
      globalTeardown:
        "<rootDir>/integration-tests/postgres/jest-global-teardown-stores.ts",
    }),
    project("package", ["integration-tests/package"], slow),
    project("browser", ["integration-tests/browser"], {
      ...slow,
      globalSetup:
        "<rootDir>/integration-tests/browser/support/global-setup.ts",
      globalTeardown:
        "<rootDir>/integration-tests/browser/support/global-teardown.ts",
    }),
  ],
}
