/** What audit names are called in words: the summary of the endpoint that writes them. Set once when the app is made. */
let names: ReadonlyMap<string, string> = new Map();

export const nameActions = (routes: readonly { audit: string; endpoint: { summary: string } }[]): void => {
  names = new Map(routes.map(route => [route.audit, route.endpoint.summary.split('：')[0] ?? '']));
};

/** `elders.get` → 一位老人的档案; undefined where no route has it (jobs, steps). */
export const actionLabel = (action: string): string | undefined => names.get(action);
