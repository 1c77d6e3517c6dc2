import type { Page } from 'playwright-core';
import type { Role } from '#contracts/roles.ts';
import type { TestPerson } from '../../support/app.ts';
import type { openBrowser, Size } from '../../support/browser.ts';
import type { CityApp } from '../../support/city-app.ts';

/** What the steps of J01 hand on to each other. */
export type Story = {
  city: CityApp;
  browser: Awaited<ReturnType<typeof openBrowser>>;
  mqttPort: number;
  name: string;
  elderId: string;
  areaCode: string;
  bedPath: string;
  orderId: string;
  reportId: string;
  /** Pages of the running step; pictured when it fails. */
  pages: Page[];
};

const keep = (story: Story, page: Page): Page => {
  story.pages.push(page);
  return page;
};

/** A page of the demo's login of this role. */
export const asRole = async (story: Story, role: Role, size: Size = 'desk'): Promise<Page> =>
  keep(story, await story.browser.newPage({ size, session: await story.city.session(role) }));

/** A page of a person of the story: the daughter, the caregiver who was sent, the second assessor. */
export const asPerson = async (story: Story, person: TestPerson, size: Size = 'phone'): Promise<Page> =>
  keep(story, await story.browser.newPage({ size, session: (await story.city.as(person)).cookie }));

export const daughter = (story: Story): Promise<Page> =>
  asPerson(story, { role: 'family', areaCode: story.areaCode, elderId: story.elderId, name: '李敏' }, 'elder');

/** One row of a query as the superuser: what the screens did must stand in the database. */
export async function row<T extends object>(story: Story, sql: string, values: unknown[] = []): Promise<T> {
  const { rows } = await story.city.database.admin.query<T>(sql, values);
  if (!rows[0]) throw new Error(`no row: ${sql}`);
  return rows[0];
}
