import { login } from '#contracts/accounts.ts';
import type { Role } from '#contracts/roles.ts';
import { loadAreas } from '#modules/areas/index.ts';
import { buildWeb } from '../../src/server/web-build.ts';
import { startTestApp, type TestApp } from './app.ts';
import { DEMO_PASSWORD, loadSmallCity } from './city.ts';
import { asBatch, cloneDatabase, type TestDatabase, templateOf } from './database.ts';

/** A clone with the small city and its history. */
export async function cityDatabase(): Promise<TestDatabase> {
  const template = await templateOf('yinian_small_city', async database => {
    await asBatch(database.adminUrl, client => loadAreas(client));
    await loadSmallCity(database);
  });
  return cloneDatabase(template);
}

export type CityApp = TestApp & {
  /** Session cookie of the demo's login of a role; one session a role. */
  session: (role: Role) => Promise<string>;
};

/** A server with the built web on the small city, as after `npm start`. */
export async function startCityApp(database?: TestDatabase): Promise<CityApp> {
  const app = await startTestApp(database ?? (await cityDatabase()), await buildWeb());
  app.state.dataReady = true;
  const sessions = new Map<Role, Promise<string>>();
  const enter = async (role: Role) => {
    const answer = await app.visitor.call(login, { body: { login: role, password: DEMO_PASSWORD } });
    const cookie = /yinian_session=([^;]+)/.exec(String(answer.headers['set-cookie']))?.[1];
    if (!cookie) throw new Error(`${role} could not log in: ${JSON.stringify(answer.body)}`);
    return cookie;
  };
  const session = (role: Role) => {
    const known = sessions.get(role) ?? enter(role);
    sessions.set(role, known);
    return known;
  };
  return { ...app, session };
}
