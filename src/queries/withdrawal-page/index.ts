export {
  confirmPage,
  declarePage,
  receivedPage,
  type TypedWithdrawal,
} from "./pages"
export { PAGE_LANGUAGES, type PageLanguage } from "./texts"
