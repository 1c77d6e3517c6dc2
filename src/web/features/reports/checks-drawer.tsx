import type { Report } from '#contracts/publications.ts';
import { Icon } from '../../ui/icon.tsx';
import { Drawer } from '../../ui/overlay.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { type Check, checksWords } from './report-words.ts';

/** Each check as one sentence; a wrong one says what it should be. */
export function CheckList({ checks }: { checks: readonly Check[] }) {
  return (
    <ul className="checks">
      {checks.map((check, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two checks may read alike
        <li key={index} className={check.ok ? undefined : 'bad'}>
          <Icon name={check.ok ? 'check' : 'close'} small />
          <span>
            <span className="visually-hidden">{check.ok ? '通过：' : '对不上：'}</span>
            {check.description}
          </span>
        </li>
      ))}
    </ul>
  );
}

export function ChecksDrawer({ report, close }: { report: Report; close: () => void }) {
  const wrong = report.checks.filter(check => !check.ok);
  const right = report.checks.filter(check => check.ok);
  return (
    <Drawer title="算术核对" note={checksWords(report.checks)} close={close}>
      {report.checks.length === 0 && (
        <EmptyState icon="check" title="没有可以核对的算式">
          表里写了合计、占比或和目标比较的数，才有算式可核对。
        </EmptyState>
      )}
      {wrong.length > 0 && (
        <section>
          <h3>对不上的</h3>
          <CheckList checks={wrong} />
        </section>
      )}
      {right.length > 0 && (
        <section>
          <h3>通过的</h3>
          <CheckList checks={right} />
        </section>
      )}
    </Drawer>
  );
}
