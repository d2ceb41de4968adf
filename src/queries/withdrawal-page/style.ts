/** The page is a shop's own in a moment: it can be framed by nothing and loads nothing. */
export const STYLE = `
:root { color-scheme: light dark; }
body { margin: 0; font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 34rem; margin: 0 auto; padding: 2rem 1rem; }
h1 { font-size: 1.5rem; line-height: 1.25; }
label, dt { display: block; margin-top: 1rem; font-weight: 600; }
dd { margin: 0; overflow-wrap: anywhere; white-space: pre-wrap; }
input, textarea { box-sizing: border-box; width: 100%; padding: .6rem; font: inherit;
  border: 1px solid #767676; border-radius: 6px; }
small { display: block; }
button { margin: 1.5rem .5rem 0 0; padding: .7rem 1.2rem; font: inherit; font-weight: 600;
  color: #fff; background: #1f2937; border: 1px solid #6b7280; border-radius: 6px; cursor: pointer; }
button.quiet { color: inherit; background: transparent; }
:focus-visible { outline: 3px solid #2563eb; outline-offset: 2px; }
pre { padding: 1rem; border: 1px solid #767676; border-radius: 6px; font: inherit;
  white-space: pre-wrap; overflow-wrap: anywhere; }
[role=alert] { padding: .6rem; border: 2px solid #b91c1c; border-radius: 6px; }
`
