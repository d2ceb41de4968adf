export { STRIPE_EVENT_RECEIVED } from "./event-types"
export {
  processStripeEvent,
  workOffStripeEvents,
} from "./process-stripe-events"
export { receiveStripeEvent, type Received } from "./receive-stripe-event"
export { retryStripeEvent, toStripeEventDTO } from "./retry-stripe-event"
