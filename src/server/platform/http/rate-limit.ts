type Bucket = { tokens: number; at: number };

/** Token bucket per caller, in memory: `perMinute` on average, the same again as a burst. */
export function rateLimiter(perMinute: number, clock: () => number = Date.now) {
  const buckets = new Map<string, Bucket>();
  return (caller: string): boolean => {
    const now = clock();
    if (buckets.size > 50_000) buckets.clear();
    const bucket = buckets.get(caller) ?? { tokens: perMinute, at: now };
    bucket.tokens = Math.min(perMinute, bucket.tokens + ((now - bucket.at) / 60_000) * perMinute);
    bucket.at = now;
    buckets.set(caller, bucket);
    if (bucket.tokens < 1) return false;
    bucket.tokens -= 1;
    return true;
  };
}
