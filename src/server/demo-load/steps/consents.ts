import { insertAgreed } from '#modules/consents/index.ts';
import { eldersOf } from '../../demo/index.ts';
import { pickLogins } from '../logins.ts';
import type { StepContext } from '../step-context.ts';

/** The parent of the demo's family login agreed that the family sees money and health. */
export async function loadFamilyConsents({ client, world }: StepContext): Promise<number> {
  const login = pickLogins(world).find(each => each.role === 'family');
  const place = login && world.map.places.find(each => each.code === login.areaCode);
  const elder = place && eldersOf(world.map.seed, place, world.codes).find(each => each.elderId === login.elderId);
  if (!login || !elder) return 0;
  const said = { elderId: elder.elderId, name: elder.name, on: login.fromOn };
  return insertAgreed(client, { ...said, purposes: ['family-money', 'family-health'] });
}
