/** The secret that signs callbacks unless the sandbox is given another. Known to everyone: for tests only. */
export const sandboxCallbackSecret = 'altapay-sandbox-callback-secret-not-for-production';
