export { listOrderReleases } from "./list-order-releases"
export { previewOrderRelease } from "./preview-order-release"
export { retrieveOrderRelease } from "./retrieve-order-release"
