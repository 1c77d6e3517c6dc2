import { decideSettingProposal, proposeSchemeValue } from '#contracts/benefits/setting-proposals.ts';
import type { TestApp } from './app.ts';

/** A value that Daxing sets, as it must be set: proposed by one person, confirmed by another. */
export async function setDistrictValue(app: TestApp, key: string, value: object) {
  const areaCode = '110115000000';
  const [maker, checker] = [
    await app.as({ role: 'district', areaCode, name: '定值的科员' }),
    await app.as({ role: 'district', areaCode, name: '核准的科长' }),
  ];
  const made = await maker.call(proposeSchemeValue, { params: { key }, body: value as never });
  if (made.status !== 200) throw new Error(made.error.message);
  const done = await checker.call(decideSettingProposal, { params: { id: made.body.id }, body: { action: 'confirm' } });
  if (done.status !== 200) throw new Error(done.error.message);
}
