import de from "./json/de.json"
import en from "./json/en.json"
import orderEditDe from "./json/order-edit-de.json"
import orderEditEn from "./json/order-edit-en.json"
import releaseDe from "./json/release-de.json"
import releaseEn from "./json/release-en.json"
import requestsDe from "./json/requests-de.json"
import requestsEn from "./json/requests-en.json"

/** Read by the dashboard; our keys lie under roots that begin with `refund`. */
export default {
  en: { translation: { ...en, ...orderEditEn, ...releaseEn, ...requestsEn } },
  de: { translation: { ...de, ...orderEditDe, ...releaseDe, ...requestsDe } },
}
