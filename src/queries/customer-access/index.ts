export { assertMayAct, mayAct } from "./may-act"
export type { Caller } from "./may-act"
