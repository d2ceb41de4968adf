import { de } from "./de"
import { en, type Texts } from "./en"
import { es } from "./es"
import { fr } from "./fr"
import { it } from "./it"
import { nl } from "./nl"
import { pl } from "./pl"

export type { Texts } from "./en"

/** Every language that messages are written in. */
export const TEXTS = { en, de, fr, es, it, pl, nl } satisfies Record<
  string,
  Texts
>

/** A language that messages are written in. */
export type MessageLanguage = keyof typeof TEXTS

/** All of them, for lists and options. */
export const MESSAGE_LANGUAGES = Object.keys(TEXTS) as MessageLanguage[]
