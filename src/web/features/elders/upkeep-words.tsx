import type { z } from 'zod';
import { CONFIDENCE_LABELS, isSure } from '#contracts/confidence.ts';
import type { UpkeepLimit } from '#contracts/elders/ledger.ts';
import { TextLink } from '../../ui/button.tsx';
import { Chip } from '../../ui/marks.tsx';

type Limit = z.infer<typeof UpkeepLimit>;

/** 超过90天; where districts differ, the range. */
export function limitWords(limits: readonly Limit[]): string {
  const days = [...new Set(limits.map(one => one.days))].sort((a, b) => a - b);
  return days.length > 1 ? `超过期限（各区${days[0]}至${days.at(-1)}天）` : `超过${days[0]}天`;
}

/** Where the limit comes from; what no document says is shown as such, with the place where a district sets it. */
export function LimitNote({ limits }: { limits: readonly Limit[] }) {
  const unsure = limits.find(one => !isSure(one.confidence));
  const set = limits.filter(one => isSure(one.confidence));
  return (
    <p className="sm soft upkeep" data-rule>
      {unsure && (
        <>
          {unsure.days}天核实一次 <Chip tone="doubt">{CONFIDENCE_LABELS[unsure.confidence]}</Chip>{' '}
        </>
      )}
      {set.map(one => `${one.areaName}${one.days}天（${one.basis}）`).join('，')}{' '}
      <TextLink small to="/desk/benefits/schemes/registerUpkeep">
        看怎样定的
      </TextLink>
    </p>
  );
}
