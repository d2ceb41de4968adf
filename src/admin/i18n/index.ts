import de from "./json/de.json"
import en from "./json/en.json"

/** Read by the dashboard; our keys lie under `refunds` and `refundReconciliation`. */
export default {
  en: { translation: en },
  de: { translation: de },
}
