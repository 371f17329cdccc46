/** Reports what a merchant's own code threw to the page, as an uncaught error would be, without stopping the flow. */
export function reportError(error: unknown): void {
  setTimeout(() => {
    throw error;
  });
}
