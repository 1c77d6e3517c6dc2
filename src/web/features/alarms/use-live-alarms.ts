import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { type Alarm, listAlarms, streamAlarms } from '#contracts/alarms.ts';
import { listWork } from '#contracts/work.ts';
import { stream, useQueryOf } from '../../api.ts';

type Pushed = { rows: Alarm[]; at: string; receivedAt: number };

/** Alarms under way: the list once, then whatever the server pushes; without the stream it is read every 30 seconds. */
export function useLiveAlarms() {
  const [pushed, setPushed] = useState<Pushed | null>(null);
  const [isLive, setLive] = useState(false);
  const read = useQueryOf(
    listAlarms,
    { query: { scope: 'live', limit: 50 } },
    { refreshEveryMs: isLive ? 0 : 30_000, enabled: !isLive },
  );
  const client = useQueryClient();
  const elapsed = useMinutesSince(pushed?.receivedAt);
  useEffect(
    () =>
      stream(
        streamAlarms,
        {},
        {
          event: ({ rows, at }) => {
            setPushed({ rows, at, receivedAt: Date.now() });
            setLive(true);
            // a new alarm is a new duty: the list beside the rail must not wait for its own refresh
            void client.invalidateQueries({ queryKey: [listWork.path] });
          },
          live: connected => !connected && setLive(false),
        },
      ),
    [client],
  );
  const rows = isLive ? pushed?.rows : (read.data?.rows ?? pushed?.rows);
  const shown = rows?.map(row => (isLive ? { ...row, minutes: row.minutes + elapsed } : row));
  return { rows: shown, at: pushed?.at ?? null, isLive, error: read.error, retry: () => void read.refetch() };
}

/** Whole minutes that have run on this screen since the last push. */
function useMinutesSince(since: number | undefined): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 10_000);
    return () => clearInterval(timer);
  }, []);
  return since ? Math.max(0, Math.floor((now - since) / 60_000)) : 0;
}
