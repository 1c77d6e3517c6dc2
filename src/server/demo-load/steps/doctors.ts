import { insertContracts } from '#modules/doctors/index.ts';
import type { NewElder } from '#modules/elders/index.ts';
import { addDays } from '#shared/dates.ts';
import type { HistoryContext } from '../history-rows.ts';
import { lookup, officeOf } from '../lookup.ts';

const SAID = [
  { findings: '血压平稳，睡眠可', advice: '按时服药，低盐饮食' },
  { findings: '翻身有家人帮助，皮肤完好', advice: '每两小时翻身一次，观察骶尾部' },
  { findings: '进食偏慢，偶有呛咳', advice: '坐直进食，食物打细，呛咳加重随时来电' },
] as const;

/** Severely disabled people at home have signed with a doctor of their street; a few are due on the first day. */
export async function loadDoctors(h: HistoryContext, people: readonly NewElder[], beds: ReadonlySet<string>) {
  const { client, today, now } = h.ctx;
  const doctor = officeOf(h.world, 'doctor', h.place.code);
  if (!doctor) return 0;
  const organisation = lookup(h.world).organisations.get(doctor.organisationId)?.name ?? null;
  const worker = officeOf(h.world, 'community', h.place.code);
  const signed = people.filter(p => p.serviceMode === 'home' && (p.abilityLevel ?? 0) >= 3);
  const rows = signed.map((person, i) => ({
    elderId: person.elderId,
    areaCode: person.areaCode,
    doctor: { id: doctor.staffId, name: doctor.name, organisation },
    signedOn: addDays(today, -400 + (i % 300)),
    signedBy: worker?.name ?? '社区工作者',
    person: {
      name: person.name,
      bornOn: person.bornOn,
      living: person.living,
      place: `${person.road ?? ''}${person.compound ?? ''}`,
      abilityLevel: person.abilityLevel ?? null,
      bed: beds.has(person.elderId) ? 'in-service' : null,
    },
    nextContactOn: addDays(today, (i * 7) % 90),
    last: i % 6 === 5 ? null : { on: addDays(today, ((i * 7) % 90) - 90), ...(SAID[i % SAID.length] ?? SAID[0]) },
  }));
  return insertContracts(client, rows, now);
}
