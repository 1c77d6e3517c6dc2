import type { Page } from 'playwright-core';
import { readSite } from '#contracts/accounts.ts';
import { ROLE_PORTALS, type Role } from '#contracts/roles.ts';
import type { TestPerson } from '../../support/app.ts';
import { open, type openBrowser, type Size, settled } from '../../support/browser.ts';
import { DEMO_PASSWORD } from '../../support/city.ts';
import type { CityApp } from '../../support/city-app.ts';

/** What the steps of the loop hand on to each other. */
export type Story = {
  city: CityApp;
  browser: Awaited<ReturnType<typeof openBrowser>>;
  mqttPort: number;
  name: string;
  elderId: string;
  areaCode: string;
  bedPath: string;
  orderId: string;
  /** The city's table and the district's, as their pages' paths. */
  cityReport: string;
  districtReport: string;
  /** One page a person, kept from the login on, as at a real desk; pictured when a test fails. */
  pages: Map<string, Page>;
  /** What each role did by its own clicks. */
  acts: Map<Role, string[]>;
};

/** Says that a role has done its part; called after the outcome was seen. */
export const did = (story: Story, role: Role, what: string): void => {
  story.acts.set(role, [...(story.acts.get(role) ?? []), what]);
};

const SIZE_OF = { public: 'desk', desk: 'desk', field: 'phone', elder: 'elder', screen: 'wall' } as const;

type Entry = { key: string; size: Size; enter: (page: Page) => Promise<void> };

async function keptPage(story: Story, { key, size, enter }: Entry): Promise<Page> {
  const kept = story.pages.get(key);
  if (kept) return kept;
  const page = await story.browser.newPage({ size });
  story.pages.set(key, page);
  await open(page, '/login');
  await enter(page);
  await page.waitForURL(url => url.pathname !== '/login');
  await settled(page);
  return page;
}

/** The demo's person of a role, in by the button of the login page. */
export async function asRole(story: Story, role: Role): Promise<Page> {
  const press = async (page: Page) => {
    const { body } = await story.city.visitor.call(readSite);
    const mine = body.demoLogins.find(one => one.role === role);
    const buttons = page.locator('.demo-logins button', { hasText: mine?.name ?? '' });
    await buttons
      .filter({ hasText: mine?.title ?? '' })
      .first()
      .click();
    await page.waitForURL(`**/${ROLE_PORTALS[role]}`);
  };
  return keptPage(story, { key: role, enter: press, size: SIZE_OF[ROLE_PORTALS[role]] });
}

/** Somebody of the city without a demo login (the caregiver who was sent, the daughter), in by account and password. */
export async function asAccount(story: Story, accountId: string, role: Role): Promise<Page> {
  const { admin } = story.city.database;
  const type = async (page: Page) => {
    // the demo's own password for everybody: argon2 keeps its salt in the hash
    const { login } = await row<{ login: string }>(
      story,
      `update accounts set password_hash = (select password_hash from accounts where login = 'city')
       where account_id = $1 returning login`,
      [accountId],
    );
    await page.getByLabel('账号').fill(login);
    await page.getByLabel('密码', { exact: true }).fill(DEMO_PASSWORD);
    await page.getByRole('button', { name: '登录', exact: true }).click();
  };
  await admin.query('delete from login_failures');
  return keptPage(story, { key: accountId, enter: type, size: SIZE_OF[ROLE_PORTALS[role]] });
}

const made = new WeakMap<Story, Map<string, string>>();

/** A person whom the demo does not have, made once with one post. */
export async function asNew(story: Story, person: TestPerson & { name: string }): Promise<Page> {
  const known = made.get(story) ?? new Map<string, string>();
  made.set(story, known);
  const key = `${person.role} ${person.name}`;
  if (!known.has(key)) {
    await story.city.as(person);
    const { account_id } = await row<{ account_id: string }>(
      story,
      'select account_id from posts where holder_name = $1 and role = $2 order by post_id desc limit 1',
      [person.name, person.role],
    );
    known.set(key, account_id);
  }
  return asAccount(story, known.get(key) ?? '', person.role);
}

export const daughter = (story: Story): Promise<Page> =>
  asNew(story, { role: 'family', areaCode: story.areaCode, elderId: story.elderId, name: '李敏', title: '女儿' });

/** One row of a query as the superuser: what the screens did must stand in the database. */
export async function row<T extends object>(story: Story, sql: string, values: unknown[] = []): Promise<T> {
  const { rows } = await story.city.database.admin.query<T>(sql, values);
  if (!rows[0]) throw new Error(`no row: ${sql}`);
  return rows[0];
}

/** Presses a button and waits until the server has taken what it sends. */
export async function press(page: Page, name: string | RegExp, within: Pick<Page, 'getByRole'> = page): Promise<void> {
  const taken = page.waitForResponse(answer => answer.request().method() === 'POST' && answer.ok());
  const button = typeof name === 'string' ? { name, exact: true } : { name };
  await Promise.all([taken, within.getByRole('button', button).first().click()]);
}
