const { defineConfig } = require("eslint/config")
const medusa = require("@medusajs/eslint-plugin")
const tseslint = require("typescript-eslint")
const importBoundaries = require("./scripts/lint/import-boundaries")

const ignored = [
  "**/node_modules/**",
  "**/.medusa/**",
  ".cache/**",
  ".demo/**",
  "coverage/**",
  "integration-tests/demo/public/**",
]

// The preset ignores every test for all rules; here it only leaves them alone
// itself, so that the rules of this file apply to them.
const medusaStrict = medusa.configs.strict
  .filter((config) => Object.keys(config).join() !== "ignores")
  .map((config) => ({
    ...config,
    ignores: [
      ...(config.ignores ?? []),
      "integration-tests/**",
      "scripts/**",
      "**/*.spec.{ts,tsx}",
    ],
  }))

const floats = "Money never touches a float: use the functions of src/domain."

module.exports = defineConfig(
  { ignores: ignored },
  ...tseslint.configs.recommended,
  ...medusaStrict,
  {
    files: ["**/*.{ts,tsx}"],
    languageOptions: {
      parserOptions: {
        project: [
          "./tsconfig.check.json",
          "./src/admin/tsconfig.json",
          "./src/storefront/tsconfig.json",
          "./integration-tests/demo/storefront/tsconfig.json",
        ],
        tsconfigRootDir: __dirname,
      },
    },
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": [
        "error",
        { checksVoidReturn: false },
      ],
      "@typescript-eslint/consistent-type-imports": [
        "error",
        { fixStyle: "inline-type-imports", disallowTypeAnnotations: false },
      ],
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_" },
      ],
      "no-restricted-syntax": ["error", doubleAssertion()],
    },
  },
  {
    files: ["src/**/*.{ts,tsx}"],
    plugins: { refunds: { rules: { "import-boundaries": importBoundaries } } },
    rules: {
      "refunds/import-boundaries": "error",
      "no-restricted-syntax": ["error", doubleAssertion(), ...environment()],
    },
  },
  {
    // Neither pure rules nor a storefront know Medusa's errors.
    files: ["src/domain/**/*.ts", "src/storefront/**/*.{ts,tsx}"],
    rules: { "@medusajs/use-medusa-error-not-generic-error": "off" },
  },
  {
    files: [
      "src/{domain,stripe,ledger,workflows,queries,workers,api,modules}/**/*.ts",
    ],
    ignores: ["**/*.spec.ts"],
    rules: {
      "no-restricted-globals": [
        "error",
        { name: "parseFloat", message: floats },
      ],
      "no-restricted-properties": [
        "error",
        { object: "Number", property: "parseFloat", message: floats },
        { object: "Math", property: "round", message: floats },
      ],
    },
  },
  {
    // Plain Node scripts that tools load without TypeScript.
    files: ["**/*.js"],
    rules: { "@typescript-eslint/no-require-imports": "off" },
  }
)

function doubleAssertion() {
  return {
    selector:
      "TSAsExpression > TSAsExpression[typeAnnotation.type='TSUnknownKeyword']",
    message: "`as unknown as` hides a type error. Narrow the type instead.",
  }
}

function environment() {
  const message =
    "Options reach the plugin through medusa-config.ts, not process.env."
  return [
    {
      selector: "MemberExpression[object.name='process'][property.name='env']",
      message,
    },
    {
      selector:
        "VariableDeclarator[init.name='process'] Property[key.name='env']",
      message,
    },
  ]
}
