import { addMeansEntry, authoriseMeans } from '#modules/relief/index.ts';
import type { Context } from '#platform/http/context.ts';
import { DEMO_ADDRESS_PREFIX, identityCheck } from '#shared/identity-number.ts';
import type { DemoElder } from '../../demo/index.ts';

export const AS_OF = '2025-06-10';

/** Of somebody who is not on the register. */
export const numberOf = (bornOn: string, place: string): string => {
  const first17 = `${DEMO_ADDRESS_PREFIX}99${bornOn.replaceAll('-', '')}${place}`;
  return first17 + identityCheck(first17);
};
export const SON = { name: '大民', number: numberOf('1974-08-16', '013') };

/** What the household of the relief case told: some of it verified, some not yet; the property is still to be judged. */
export async function loadMeans(street: Context, { elderId, name }: DemoElder): Promise<number> {
  await authoriseMeans(street, elderId, { signedBy: name, signedOn: AS_OF });
  const facts = [
    [{ part: 'income', of: '', kind: 'pension', fen: 215_000 }, 'document', 'verified'],
    [
      { part: 'spending', kind: 'medical', fen: 4_680_000, detail: '两次住院，报销以后自己付的' },
      'document',
      'verified',
    ],
    [{ part: 'property', kind: 'deposit', fen: 600_000, detail: '' }, 'declared', 'declared'],
    [
      { part: 'child', name: '女儿', fen: 980_000, persons: 3, parentFamilies: 2, onAssistance: false },
      ...(['visit', 'estimated'] as const),
    ],
    [
      {
        ...{ part: 'member' as const, name: SON.name, relation: '次子', identityNumber: SON.number },
        ...{ severelyIll: false, severelyDisabled: false },
      },
      ...(['document', 'verified'] as const),
    ],
  ] as const;
  for (const [fact, source, confidence] of facts)
    await addMeansEntry(street, elderId, { fact, source, confidence, asOf: AS_OF });
  return facts.length;
}
