import de from "./json/de.json"
import en from "./json/en.json"

/** Read by the dashboard; our keys all lie under `refunds`. */
export default {
  en: { translation: en },
  de: { translation: de },
}
