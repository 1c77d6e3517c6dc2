import { Button } from './button.tsx';
import { ProgressBar } from './record-parts.tsx';
import { Note } from './states.tsx';
import { countWords, durationWords } from './words.ts';

/** The shape of a run in the background, so that ui/ needs no contracts. */
export type RunView = {
  title: string;
  startedBy: string;
  status: 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
  done: number;
  total: number;
  message: string | null;
  cancelAskedBy: string | null;
  secondsLeft: number | null;
  silent: boolean;
  mayStop: boolean;
};

type RunBarProps = {
  run: RunView;
  /** What is counted, e.g. 人. */
  unit: string;
  /** What stays after stopping, as a sentence without its full stop. */
  kept: string;
  stop: () => void;
  stopping: boolean;
  /** The module's own figures, shown beside how far it is. */
  counts?: readonly { label: string; value: string; unit?: string; bad?: boolean }[];
};

/** One line under the bar: what happens now, in the words of whoever waits for it. */
function sentence({ status, message, cancelAskedBy, secondsLeft, silent, total }: RunView): string {
  if (status === 'queued') return cancelAskedBy ? `${cancelAskedBy}要求停止，轮到时就停` : '排队中，前面的办完就开始';
  if (cancelAskedBy) return `${cancelAskedBy}要求停止，正在停下`;
  if (silent) return '一分钟没有动静，程序可能正在重新启动；恢复后会接着办，不用重新发起';
  const left = secondsLeft === null ? '' : `预计还要${durationWords(secondsLeft)}`;
  return [message, left || (total > 0 ? '正在估算还要多久' : '正在数一共有多少')].filter(Boolean).join('，');
}

/** Long work: bar with numbers, time left, 停止 and what stays; when it ended early, the reason. */
export function RunBar({ run, unit, kept, stop, stopping, counts = [] }: RunBarProps) {
  const open = run.status === 'queued' || run.status === 'running';
  const progress = {
    label: '已办',
    value: countWords(run.done),
    unit: run.total ? `/ ${countWords(run.total)}${unit}` : unit,
  };
  return (
    <div className="run">
      {run.status === 'failed' && (
        <Note tone="err" title={`${run.title}没有办完`}>
          {run.message}
        </Note>
      )}
      {run.status === 'cancelled' && (
        <Note tone="warn" title={`${run.title}已停止`}>
          {[run.cancelAskedBy && `${run.cancelAskedBy}停止`, kept].filter(Boolean).join('；')}。
        </Note>
      )}
      <ProgressBar
        label={`${run.title}的进度`}
        done={run.status === 'done' ? Math.max(1, run.total) : Math.min(run.done, run.total)}
        total={run.status === 'done' ? Math.max(1, run.total) : run.total}
        counts={[progress, ...counts]}
      >
        {open && (
          <p className="run-now sm soft">
            <span role="status">{sentence(run)}</span>
            {run.mayStop && (
              <Button size="sm" busy={stopping || run.cancelAskedBy !== null} onClick={stop}>
                停止
              </Button>
            )}
            {run.mayStop && run.cancelAskedBy === null && <span>{kept}</span>}
          </p>
        )}
      </ProgressBar>
    </div>
  );
}
