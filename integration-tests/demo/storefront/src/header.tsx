import { languages } from "./languages"

/** The shop's name, the language, and the way out. */
export function Header({
  language,
  onLanguage,
  isKnown,
  onLeave,
}: {
  language: string
  onLanguage: (language: string) => void
  isKnown: boolean
  onLeave: () => void
}) {
  return (
    <header className="header">
      <a href="#/" className="brand">
        Mug &amp; Co
      </a>
      <nav aria-label="Shop" className="actions">
        <a href="#/visitor" className="link">
          Order without an account
        </a>
        <label>
          <span className="hidden">Language</span>
          <select
            className="input"
            value={language}
            onChange={(event) => onLanguage(event.target.value)}
          >
            {Object.entries(languages).map(([code, { name }]) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </label>
        {isKnown && (
          <button type="button" className="button" onClick={onLeave}>
            Log out
          </button>
        )}
      </nav>
    </header>
  )
}
