import { languageName } from "./language-name"

it.each([
  ["de", "en", "German"],
  ["de-AT", "en", "German"],
  ["en-GB", "de", "Englisch"],
  ["en-GB", "en", null],
  ["pt-PT", "ptBR", null],
  [null, "en", null],
  ["not a locale", "en", null],
])("the customer's %s to a merchant of %s: %s", (locale, merchants, name) => {
  expect(languageName(locale, merchants)).toBe(name)
})
