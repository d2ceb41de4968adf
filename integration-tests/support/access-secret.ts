/** With which the test store signs the links of guests. */
export const ACCESS_SECRET = "a-secret-of-the-tests-0123456789ab"
