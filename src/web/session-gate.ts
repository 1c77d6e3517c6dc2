/** One waiting room for every request that met an expired session; the dialog over the page answers them all. */
let waiting: { promise: Promise<boolean>; settle: (loggedIn: boolean) => void } | null = null;
const listeners = new Set<(expired: boolean) => void>();

/** Called by the API client on 401: true once the user has logged in again, false when the dialog was closed. */
export function askToLogInAgain(): Promise<boolean> {
  if (listeners.size === 0) return Promise.resolve(false);
  if (!waiting) {
    const { promise, resolve } = Promise.withResolvers<boolean>();
    waiting = { promise, settle: resolve };
    for (const listener of listeners) listener(true);
  }
  return waiting.promise;
}

export function answerLogin(loggedIn: boolean): void {
  waiting?.settle(loggedIn);
  waiting = null;
  for (const listener of listeners) listener(false);
}

export function onSessionExpired(listener: (expired: boolean) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
