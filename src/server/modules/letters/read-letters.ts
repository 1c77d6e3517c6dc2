import { DomainError } from '#contracts/errors.ts';
import { type Letter, type LetterRow, TELLING_STATUS_LABELS } from '#contracts/letters.ts';
import { areaName } from '#modules/areas/index.ts';
import { refuseClosed } from '#modules/consents/index.ts';
import type { Context } from '#platform/http/context.ts';
import { pageOf, readCursor } from '#platform/http/paging.ts';
import { areaAt, areaLevel } from '#shared/area-codes.ts';
import * as db from './db.ts';
import { type Hidden, hiddenFromFamily } from './hide-from-family.ts';
import { paperHash } from './paper-hash.ts';

const toldWords = (row: db.ListedLetter): string =>
  row.receivers > 0
    ? `已发消息给${row.receivers}个账号`
    : row.telling
      ? `电话告知：${TELLING_STATUS_LABELS[row.telling]}`
      : '没有要告知的人';

const rowOf = (row: db.ListedLetter): LetterRow => ({
  ...{ id: row.letter_id, elderId: row.elder_id, elderName: row.elder_name, areaCode: row.area_code },
  ...{ areaName: areaName(row.area_code), kind: row.kind, number: row.number, version: row.version },
  ...{ issuedOn: row.issued_on, issuedBy: row.paper.organisation, about: row.about },
  ...{ told: toldWords(row), replaced: row.newest > row.version },
});

type Asked = {
  kind?: string | undefined;
  elderId?: string | undefined;
  from?: string | undefined;
  cursor?: string | undefined;
  limit: number;
};

export async function readLetters(ctx: Context, asked: Asked) {
  const hidden = await hiddenFromFamily(ctx);
  const filter = {
    kind: asked.kind ?? null,
    elderId: asked.elderId ?? null,
    from: asked.from ?? null,
    hidden: [...hidden.keys()],
  };
  const found = await db.listLetters(ctx, { ...filter, after: readCursor(asked.cursor), limit: asked.limit + 1 });
  const { kept, nextCursor } = pageOf(found, asked.limit, row => [row.issued_at, row.letter_id]);
  ctx.saw(...kept.map(row => row.elder_id));
  return { rows: kept.map(rowOf), nextCursor, total: await db.countLetters(ctx, filter), withheld: sayHidden(hidden) };
}

/** Each reason once: money and health are asked for apart. */
const sayHidden = (hidden: Hidden): string[] => [...new Set([...hidden.values()].map(each => each.message))];

export async function getLetter(ctx: Context, id: string): Promise<db.ListedLetter> {
  const row = await db.findLetter(ctx, id);
  if (!row) throw new DomainError('platform.not-found', '没有找到这份文书，或不在您的辖区');
  const refusal = (await hiddenFromFamily(ctx)).get(row.kind);
  if (refusal) throw refusal;
  // What the assessment found is told in it point by point.
  if (row.kind === 'result') await refuseClosed(ctx, row.elder_id, 'health');
  ctx.saw(row.elder_id);
  return row;
}

/** The paper as issued, whether it still is that paper, and what else was issued on the matter. */
export async function readLetter(ctx: Context, id: string): Promise<Letter> {
  const row = await getLetter(ctx, id);
  const versions = await db.listVersions(ctx, { elderId: row.elder_id, subjectId: row.subject_id, kind: row.kind });
  return {
    ...rowOf(row),
    paper: row.paper,
    sm3: row.sm3,
    intact: paperHash(row.paper) === row.sm3,
    templateVersion: row.template_version,
    reason: row.reason,
    versions: versions.map(each => ({
      id: each.letter_id,
      version: each.version,
      issuedOn: each.issued_on,
      reason: each.reason,
    })),
    reissueDisabledBecause: whyNotReissue(ctx, row),
  };
}

/** Only the office that signed, and only its newest version. */
export function whyNotReissue(ctx: Context, row: db.ListedLetter): string | null {
  if (row.newest > row.version) return '这一版已经由后来的一版代替';
  const level = areaLevel(row.issuer_code) === 'district' ? 'district' : 'street';
  if (ctx.actor.role !== level || areaAt(ctx.actor.areaCode, level) !== row.issuer_code)
    return `由出具的单位重出：${row.paper.organisation}`;
  return null;
}
