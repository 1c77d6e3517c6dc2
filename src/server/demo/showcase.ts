import { ageOn } from '#shared/dates.ts';
import { DEMO_START } from './model.ts';
import type { DemoElder } from './people-types.ts';

const age = (e: DemoElder) => ageOn(e.bornOn, DEMO_START);
const atHome = (e: DemoElder) => e.living !== '住养老机构';

/** People worth opening first in a demo: each label names why; the loader gives them and their child an account. */
const WANTED: readonly { label: string; fits: (e: DemoElder) => boolean }[] = [
  { label: '高龄独居', fits: e => age(e) >= 85 && e.living === '独居' && e.ability === '能力完好' },
  { label: '重度失能居家', fits: e => atHome(e) && e.ability === '重度失能' && e.living !== '独居' },
  { label: '失智居家', fits: e => atHome(e) && e.dementia && age(e) >= 80 },
  { label: '低保', fits: e => e.economic === '低保' && atHome(e) },
  { label: '计划生育特殊家庭', fits: e => e.specialFamily === '计划生育特殊家庭' && e.living === '独居' },
  { label: '人户分离', fits: e => e.hukouArea !== e.areaCode && e.hukouArea.startsWith('11') && age(e) >= 80 },
  { label: '百岁老人', fits: e => age(e) >= 100 },
  { label: '住养老机构', fits: e => !atHome(e) },
];

/** The first fitting person for each label, each person once, with a child to call; labels without one are left out. */
export function pickShowcase(elders: Iterable<DemoElder>): { label: string; elder: DemoElder }[] {
  const found = new Map<string, DemoElder>();
  for (const elder of elders) {
    if (found.size === WANTED.length) break;
    if (elder.contacts.length === 0) continue;
    const wanted = WANTED.find(w => !found.has(w.label) && w.fits(elder));
    if (wanted) found.set(wanted.label, elder);
  }
  return WANTED.flatMap(({ label }) => {
    const elder = found.get(label);
    return elder ? [{ label, elder }] : [];
  });
}
