/** Something a person can put right. Its message says how. */
export class DemoError extends Error {}
