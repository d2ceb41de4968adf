import { settingsWith, usualPolicy } from "./__fixtures__/policy-case"
import { guardPolicyFunction } from "./policy-function"
import { policyVersion } from "./policy-version"

const { version: _version, ...settings } = settingsWith()

const withFunction = (written: () => null) => ({
  ...settings,
  policies: [
    guardPolicyFunction(written, () => ({ ok: true, policy: usualPolicy })),
  ],
})

describe("the version of a shop's settings", () => {
  it("is the same for the same settings", () => {
    const again = settingsWith()
    expect(policyVersion(settings)).toMatch(/^[0-9a-f]{16}$/)
    expect(policyVersion({ ...settings, holidays: [...again.holidays] })).toBe(
      policyVersion(settings)
    )
  })

  it("changes with anything in them", () => {
    const others = [
      settings,
      { ...settings, text: "Send it back." },
      { ...settings, timeZone: "UTC" },
      { ...settings, holidays: ["2026-12-25"] },
      { ...settings, withdrawal: { ...settings.withdrawal, days: 30 } },
      { ...settings, policies: [{ ...usualPolicy, windowDays: 15 }] },
      withFunction(() => null),
      withFunction(() => {
        return null
      }),
    ]
    expect(new Set(others.map(policyVersion)).size).toBe(others.length)
  })
})
