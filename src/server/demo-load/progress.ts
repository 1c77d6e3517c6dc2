import type { Step } from './step-context.ts';

const EVERY_MS = 2_000;
/** The rate is that of the last half minute. */
const WINDOW_MS = 30_000;

/** Lines such as 载入演示数据：人员，共 12,300 行，每秒 5,100 行，38%，大约还要 21 秒; at most one every two seconds. */
export function progress(steps: readonly Step[], done: ReadonlySet<string>, say: (line: string) => void) {
  const total = sum(steps);
  const before = sum(steps.filter(step => done.has(step.name)));
  let reached = before;
  let rows = 0;
  let last = 0;
  const seen: { at: number; rows: number }[] = [{ at: performance.now(), rows: 0 }];
  const began = performance.now();
  return {
    stepDone: (step: Step, made: number) => {
      reached += step.weight;
      rows += made;
      const now = performance.now();
      if (now - last < EVERY_MS) return;
      last = now;
      const left = ((now - began) / (reached - before)) * (total - reached);
      seen.push({ at: now, rows });
      while ((seen[1]?.at ?? now) < now - WINDOW_MS) seen.shift();
      const rate = Math.round((rows - (seen[0]?.rows ?? 0)) / ((now - (seen[0]?.at ?? 0)) / 1000));
      const percent = Math.floor((100 * reached) / total);
      say(
        `载入演示数据：${step.label}，共 ${rows.toLocaleString('en-US')} 行，每秒 ${rate.toLocaleString('en-US')} 行，${percent}%，大约还要 ${inWords(left)}`,
      );
    },
    end: () => {
      const seconds = (performance.now() - began) / 1000;
      say(`演示数据载入完毕：${rows.toLocaleString('en-US')} 行，用时 ${seconds.toFixed(1)} 秒`);
    },
  };
}

const sum = (steps: readonly Step[]) => steps.reduce((total, step) => total + step.weight, 0);

function inWords(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  return seconds < 120 ? `${seconds} 秒` : `${Math.ceil(seconds / 60)} 分钟`;
}
