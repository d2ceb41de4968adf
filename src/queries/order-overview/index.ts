export { orderOverview } from "./order-overview"
