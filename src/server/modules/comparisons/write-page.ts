import { isSignalTopic } from '#contracts/comparison-kinds.ts';
import type { RowOutcome } from '#contracts/comparisons.ts';
import { labelOfField } from '#contracts/elders/fields.ts';
import { type Compared, compareWithRegister } from '#modules/elders/index.ts';
import type { Context } from '#platform/http/context.ts';
import { publish } from '#platform/outbox/publish.ts';
import { blindIndex, blindIndexes } from '#platform/secrets/blind-index.ts';
import { seal } from '#platform/secrets/seal.ts';
import type { Row } from '#platform/tables/table-file.ts';
import { dayWords } from '#shared/dates.ts';
import { maskIdentityNumber } from '#shared/identity-number.ts';
import { newId } from '#shared/ids.ts';
import * as db from './db/batches.ts';
import { type DifferenceRow, listJudged, type NewDifference } from './db/differences.ts';
import { findMembers, type MemberRow } from './db/signals.ts';
import { judgedBefore, openDifferences } from './open-differences.ts';
import { type ReadRow, readRow } from './read-row.ts';
import { adoptTrusted, closeSettled } from './settle-differences.ts';

type Judged = {
  read: ReadRow;
  index: Buffer | null;
  compared: Compared | { kind: 'unreadable'; because: string } | { kind: 'member'; member: MemberRow };
};

/** Compares one page of rows, keeps each with its outcome, opens what is new as work, and counts. One transaction. */
export async function writePage(ctx: Context, batch: db.BatchRow, page: readonly Row[]): Promise<void> {
  const reads = page.map(row => readRow(row, { kind: batch.kind, mapping: batch.mapping, today: ctx.today }));
  const judged = await findHouseholds(ctx, batch, await judge(ctx, batch, reads));
  const found = judged.flatMap(({ compared }) => (compared.kind === 'found' ? [compared.elder.elderId] : []));
  const known = await listJudged(ctx, batch.kind, found);
  const fresh: NewDifference[] = [];
  const settled: DifferenceRow[] = [];
  const rows = judged.map(one => {
    const { row, difference } = outcomeOf(ctx, batch, { one, known });
    if (difference) fresh.push(difference);
    if (row.outcome === 'matched')
      settled.push(...known.filter(d => d.elder_id === row.elder_id && d.status === 'open'));
    return row;
  });
  await db.insertRows(ctx, batch, rows);
  await openDifferences(ctx, fresh);
  await closeSettled(ctx, settled, batch.sender);
  await adoptTrusted(ctx, fresh);
  const count = (outcome: RowOutcome) => rows.filter(row => row.outcome === outcome).length;
  await db.updateBatch(ctx, batch.batch_id, {
    rows: batch.rows + rows.length,
    matched: batch.matched + count('matched'),
    differs: batch.differs + count('differs'),
    not_found: batch.not_found + count('not-found'),
    ambiguous: batch.ambiguous + count('ambiguous'),
    unreadable: batch.unreadable + count('unreadable'),
    last_row: page.at(-1)?.number ?? batch.last_row,
  });
  const [first, last] = [page.at(0)?.number, page.at(-1)?.number];
  if (!isSignalTopic(batch.kind) || first === undefined || last === undefined) return;
  const { batch_id: batchId, area_code: areaCode, kind } = batch;
  await publish(ctx, { name: 'comparison.signals', batchId, areaCode, kind, fromRow: first, toRow: last });
}

/** A signal about somebody who is no elder may be about a member of an elder's household, written down in its means by number. */
async function findHouseholds(ctx: Context, batch: db.BatchRow, judged: Judged[]): Promise<Judged[]> {
  if (!isSignalTopic(batch.kind)) return judged;
  const keysOf = ({ read, compared }: Judged) =>
    compared.kind === 'not-found' && read.identityNumber
      ? blindIndexes(ctx.keys, { field: 'identity-number', part: 'whole' }, read.identityNumber)
      : [];
  const members = await findMembers(ctx, judged.flatMap(keysOf));
  return judged.map(one => {
    const member = keysOf(one).flatMap(key => members.get(key.toString('hex')) ?? [])[0];
    return member ? { ...one, compared: { kind: 'member', member } } : one;
  });
}

/** A number that stood in an earlier row is not compared twice: which of the two holds is for the sender to say. */
async function judge(ctx: Context, batch: db.BatchRow, reads: readonly ReadRow[]): Promise<Judged[]> {
  const indexes = reads.map(read =>
    read.identityNumber && !read.fault
      ? blindIndex(ctx.keys, { field: 'identity-number', part: 'whole' }, read.identityNumber)
      : null,
  );
  const before = await db.findEarlier(
    ctx,
    batch.batch_id,
    indexes.filter(index => index !== null),
  );
  const compared = await compareWithRegister(
    ctx,
    reads.filter(read => !read.fault),
  );
  let next = 0;
  return reads.map((read, i) => {
    const index = indexes[i] ?? null;
    if (read.fault) return { read, index, compared: { kind: 'unreadable', because: read.fault } };
    const own = compared[next++] as Compared;
    const key = index?.toString('hex') ?? '';
    const first = before.get(key);
    if (index && first === undefined) before.set(key, read.number);
    const twice = `与第 ${first} 行的身份证号相同，请来文部门核对以哪一行为准`;
    return { read, index, compared: first === undefined ? own : { kind: 'ambiguous', because: twice, elderIds: [] } };
  });
}

type Given = { one: Judged; known: readonly DifferenceRow[] };

function outcomeOf(ctx: Context, batch: db.BatchRow, { one, known }: Given) {
  const { read, index, compared } = one;
  const empty = { elder_id: null, sealed: null, because: null, difference_id: null, maybe: null, member_id: null };
  const facts = read.facts && seal(ctx.keys, { table: 'comparison_rows', elderId: batch.batch_id }, read.facts);
  const row = { row_number: read.number, ...empty, identity_index: index, facts, period: read.period };
  if (compared.kind === 'member') {
    const { elder_id, entry_id: member_id } = compared.member;
    const because = '不是老年人档案里的人，是这位老人家里共同生活的人';
    return { row: { ...row, outcome: 'matched', elder_id, member_id, because } satisfies db.ComparedRow };
  }
  if (compared.kind !== 'found') {
    const who = {
      name: read.name ?? '',
      identityMasked: read.identityNumber ? maskIdentityNumber(read.identityNumber) : '',
    };
    const sealed = seal(ctx.keys, { table: 'comparison_rows', elderId: batch.batch_id }, who);
    const maybe = compared.kind === 'ambiguous' ? [...compared.elderIds] : null;
    return {
      row: { ...row, outcome: compared.kind, sealed, because: compared.because, maybe } satisfies db.ComparedRow,
    };
  }
  const { elder, differs } = compared;
  const mine = { ...row, elder_id: elder.elderId };
  if (differs.length === 0) {
    const dead =
      elder.status === 'deceased' && batch.kind !== 'death' ? `档案已登记${dayWords(elder.diedOn)}去世` : null;
    return { row: { ...mine, outcome: 'matched', because: dead } satisfies db.ComparedRow };
  }
  const { open, refused } = judgedBefore(known, elder.elderId, differs);
  const because = differs.map(d => labelOfField(d.field)).join('、');
  const earlier = open ?? refused;
  if (earlier) {
    const said = open ? '，以前比对出来的还没有核完' : `，以前核过不采纳：${earlier.note}`;
    const kept = { because: `${because}${said}`, difference_id: earlier.difference_id };
    return { row: { ...mine, outcome: 'differs', ...kept } satisfies db.ComparedRow };
  }
  const difference: NewDifference = {
    ...{ elder_id: elder.elderId, difference_id: newId(), area_code: elder.areaCode, elder_name: elder.name },
    ...{ batch_id: batch.batch_id, row_number: read.number, kind: batch.kind, sender: batch.sender },
    ...{ source_number: read.sourceNumber, as_of: batch.as_of, fields: differs, owner_role: 'community' },
    missing: false,
  };
  return {
    row: { ...mine, outcome: 'differs', because, difference_id: difference.difference_id } satisfies db.ComparedRow,
    difference,
  };
}
