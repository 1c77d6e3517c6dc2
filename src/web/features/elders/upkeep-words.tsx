import type { z } from 'zod';
import { CONFIDENCE_LABELS, isSure } from '#contracts/confidence.ts';
import type { UpkeepLimit } from '#contracts/elders/ledger.ts';
import { TextLink } from '../../ui/button.tsx';
import { Chip } from '../../ui/marks.tsx';

type Limit = z.infer<typeof UpkeepLimit>;

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
