import * as policies from '#contracts/policies/documents.ts';
import { draftReport } from '#contracts/publications.ts';
import type { TestPerson } from './app.ts';
import type { CityApp } from './city-app.ts';

const CITY: TestPerson = { role: 'city', areaCode: '110000000000', name: '高志远', title: '处长' };
const DISTRICT: TestPerson = { role: 'district', areaCode: '110115000000', name: '朱丽', title: '科长' };

/** The demo's own documents on a server: one recorded for the district, the quarter's table of the city, its first report. */
export async function recordDocuments(app: Pick<CityApp, 'as'>, asOf?: string): Promise<{ reportId: string }> {
  await recordOne(app, DISTRICT, '大兴');
  const city = await recordOne(app, CITY, '二季度');
  const report = await city.call(draftReport, { body: { period: '2025-Q2', ...(asOf && { asOf }) } });
  if (report.status !== 200) throw new Error(`no report: ${JSON.stringify(report.body)}`);
  return { reportId: report.body.id };
}

async function recordOne(app: Pick<CityApp, 'as'>, person: TestPerson, word: string) {
  const who = await app.as(person);
  const list = await who.call(policies.listDocuments);
  const sample = list.body.samples.find(one => one.title.includes(word) || one.file.includes(word));
  const made = await who.call(policies.pasteDocument, { body: { sample: sample?.file ?? '' } });
  for (const item of made.body.items) {
    const value = { ...item.proposed, title: item.proposed.title || '二季度进展', period: '2025-Q2' };
    const confirm = item.kind !== 'header' || word !== '二季度';
    const body = confirm ? { decision: 'confirm' as const } : { decision: 'correct' as const, value };
    await who.call(policies.decideItem, { params: { id: made.body.id, itemId: item.id }, body });
  }
  const recorded = await who.call(policies.recordDocument, { params: { id: made.body.id } });
  if (recorded.status !== 200) throw new Error(`${word} not recorded: ${JSON.stringify(recorded.body)}`);
  return who;
}
