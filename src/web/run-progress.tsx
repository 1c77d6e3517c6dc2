import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { readRun, stopRun } from '#contracts/runs.ts';
import { useQueryOf, useWrite } from './api.ts';
import { RunBar } from './ui/run-bar.tsx';
import { ErrorState, Loaded } from './ui/states.tsx';

type Props = {
  runId: string;
  /** What is counted, e.g. 人. */
  unit: string;
  /** What stays after stopping, as a sentence without its full stop. */
  kept: string;
  /** Where the page itself says what came of it: nothing is shown any more when the work has ended. */
  whileOpen?: boolean;
  counts?: readonly { label: string; value: string; unit?: string; bad?: boolean }[];
};

const POLL_MS = 1_000;

/** Long work in the background by its run id, read anew every second while it is open; whoever may stops it here. */
export function RunProgress({ runId, whileOpen = false, ...shown }: Props) {
  const write = useWrite(stopRun);
  const input = { params: { id: runId } };
  const first = useQueryOf(readRun, input);
  const open = first.data?.status === 'queued' || first.data?.status === 'running';
  const client = useQueryClient();
  const wasOpen = useRef(true);
  // What the page shows was read before the work ended: it is read anew once, also when the work failed.
  useEffect(() => {
    if (!first.data || wasOpen.current === open) return;
    wasOpen.current = open;
    if (!open) void client.invalidateQueries();
  }, [client, first.data, open]);
  const answer = useQueryOf(readRun, input, open ? { refreshEveryMs: POLL_MS } : {});
  if (whileOpen && answer.data && answer.data.status !== 'queued' && answer.data.status !== 'running') return null;
  return (
    <Loaded of={answer} rows={1}>
      {run => (
        <>
          <RunBar run={run} {...shown} stop={() => write.mutate(input)} stopping={write.isPending} />
          {write.error && <ErrorState error={write.error} />}
        </>
      )}
    </Loaded>
  );
}
