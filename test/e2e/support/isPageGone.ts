/** Whether a driver failed because the page was left meanwhile: WebKit's has no name for it. */
export const isPageGone = (reason: unknown): boolean =>
  reason instanceof Error && reason.name === 'WebDriverError' && reason.message.trim() === '';
