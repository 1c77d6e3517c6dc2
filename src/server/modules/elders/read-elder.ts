import { DATA_CLASS_LABELS, type DataClass } from '#contracts/data-classes.ts';
import { ELDER_FIELD_LABELS, type ElderField, isSealedField } from '#contracts/elders/fields.ts';
import type { ElderRecord, listLookers, readTimeline } from '#contracts/elders/record.ts';
import { ELDER_SOURCE_LABELS, type Elder, elderLifecycle } from '#contracts/elders.ts';
import type { OutputOf } from '#contracts/endpoint.ts';
import { DomainError } from '#contracts/errors.ts';
import { nextActions } from '#contracts/lifecycle.ts';
import { SUBJECT_WORDS } from '#contracts/subject-words.ts';
import { areaNames } from '#modules/areas/index.ts';
import { dueStateOf } from '#platform/calendar/due-state.ts';
import type { Context } from '#platform/http/context.ts';
import { AREA_LEVELS, areaAt } from '#shared/area-codes.ts';
import { addDays } from '#shared/dates.ts';
import { maskIdentityNumber } from '#shared/identity-number.ts';
import { maskPhone } from '#shared/phone.ts';
import { provinceName } from '#shared/provinces.ts';
import { sayValue } from './change-elder.ts';
import { readUpdated } from './db/change.ts';
import * as history from './db/history.ts';
import { readHousehold } from './db/households.ts';
import { findElder, listTags } from './db/people.ts';
import { listContacts, readSealed } from './db/sealed.ts';
import { isHelped } from './rules/helped.ts';
import { maskDoor } from './rules/identity.ts';

/** One person for other modules: facts in clear. Throws platform.not-found outside the actor's rows. */
export async function getElder(ctx: Context, elderId: string) {
  const elder = await findElder(ctx, elderId);
  if (!elder) throw new DomainError('platform.not-found');
  return elder;
}

export async function readElder(ctx: Context, elderId: string): Promise<ElderRecord> {
  const elder = await getElder(ctx, elderId);
  ctx.saw(elderId);
  const sealed = await readSealed(ctx, elderId);
  const scopes = await history.listScopes(ctx, elderId);
  const path = AREA_LEVELS.map(level => areaAt(elder.areaCode, level));
  const names = await areaNames(ctx, [...path, elder.hukouAreaCode, ...scopes.map(s => s.scope_area_code)]);
  const nameOf = (code: string) => names.get(code) ?? provinceName(code) ?? code;
  return {
    elder,
    areaPath: path.map(code => ({ code, name: nameOf(code) })),
    hukouName: nameOf(elder.hukouAreaCode),
    identityMasked: sealed ? maskIdentityNumber(sealed.identityNumber) : '',
    phoneMasked: sealed?.phone ? maskPhone(sealed.phone) : null,
    doorMasked: sealed?.door ? maskDoor(sealed.door) : null,
    tags: await listTags(ctx, [elderId]),
    ...(await duties(ctx, elder)),
    contacts: (await listContacts(ctx, elderId)).map(({ phone, position: _, ...contact }) => ({
      ...contact,
      phoneMasked: maskPhone(phone),
    })),
    household: await householdOf(ctx, elderId),
    scopes: scopes.map(s => ({
      kind: s.kind as '户籍' | '居住' | '服务',
      areaCode: s.scope_area_code,
      areaName: nameOf(s.scope_area_code),
      fromOn: s.from_on,
      toOn: s.to_on,
    })),
    ...(await readUpdated(ctx, elderId)),
  };
}

/** Families and whoever looks from outside see one person only; the household of others is not theirs to read. */
async function householdOf(ctx: Context, elderId: string) {
  if (ctx.scope.way === 'family' || ctx.scope.way === 'granted') return { householdId: elderId, members: [] };
  return readHousehold(ctx, elderId);
}

/** The register's own next steps, and what other modules owe the person. */
async function duties(ctx: Context, elder: Elder): Promise<Pick<ElderRecord, 'actions' | 'owed'>> {
  if (ctx.scope.way === 'granted') return { actions: [], owed: [] };
  const planned = await history.listPlanned(ctx, elder.elderId);
  const own = planned.find(item => item.subject_id === elder.elderId);
  const actions = nextActions(elderLifecycle, elder.status, ctx.actor.role).map((action, i) => ({
    ...action,
    due: i === 0 && own ? dueStateOf(ctx.today, own) : null,
    reason: i === 0 ? (own?.reason ?? null) : null,
  }));
  const owed = planned
    .filter(item => item.subject_id !== elder.elderId)
    .map(item => ({
      title: item.title,
      reason: item.reason,
      kindLabel: item.kind_label,
      actionLabel: item.action_label,
      path: item.path,
      due: dueStateOf(ctx.today, item),
    }));
  return { actions, owed };
}

type TimelineAnswer = OutputOf<typeof readTimeline>;

/** 经过: on the first page what is planned stands on top, then everything done, newest first. */
export async function timelineOf(ctx: Context, elderId: string, page: { cursor?: string | undefined; limit: number }) {
  const elder = await getElder(ctx, elderId);
  const before = page.cursor === undefined ? undefined : readCursor(page.cursor);
  const rows = await history.listHistory(ctx, elderId, { before, limit: page.limit + 1 });
  const shown = rows.slice(0, page.limit);
  const last = shown.at(-1);
  const planned = before ? [] : await history.listPlanned(ctx, elderId);
  const isLast = rows.length <= page.limit;
  const first = isLast && !shown.some(row => row.action === 'register') ? [registration(elder)] : [];
  const answer: TimelineAnswer = {
    rows: [...planned.map(plannedEntry), ...shown.map(entryOf), ...first],
    nextCursor: rows.length > page.limit && last ? `${last.at}_${last.id}` : null,
  };
  return answer;
}

function readCursor(cursor: string): { at: string; id: string } {
  const [at, id] = cursor.split('_');
  if (!at || !id || Number.isNaN(Date.parse(at)))
    throw new DomainError('platform.invalid-input', '翻页标记不对，请重新打开');
  return { at, id };
}

const plannedEntry = (item: history.PlannedRow): TimelineAnswer['rows'][number] => ({
  at: item.due_on ?? item.opened_at,
  planned: true,
  label: item.title,
  note: item.reason,
  medicalNote: null,
  actor: null,
  helped: false,
  subjectKind: item.subject_kind,
  subjectId: item.subject_id,
});

/** People who came by import have no step of their own: the register's date stands in for it. */
const registration = (elder: Elder): TimelineAnswer['rows'][number] => ({
  at: elder.registeredAt,
  planned: false,
  label: '登记入册',
  note: ELDER_SOURCE_LABELS[elder.source],
  medicalNote: null,
  actor: null,
  helped: false,
  subjectKind: 'elder',
  subjectId: elder.elderId,
});

const OTHER_LABELS: Record<string, string> = {
  'elders.confirm': '台账已核实',
  'elders.add-contact': '添加联系人',
  'elders.change-contact': '修改联系人',
  'elders.remove-contact': '去掉一位联系人',
  'consents.decide': '说了同意不同意',
  'accounts.set-guardian': '登记或取消法定监护人',
  'accounts.decide-guardian': '核准法定监护人',
};

function entryOf(row: history.TimelineRow): TimelineAnswer['rows'][number] {
  const label = row.kind === 'change' ? (OTHER_LABELS[row.action] ?? sayChanged(row.after ?? {})) : wordsOf(row);
  const { at, actor } = row;
  const said = isMedical(row) ? { note: null, medicalNote: row.note } : { note: row.note, medicalNote: null };
  const helped = isHelped(row);
  return {
    at,
    planned: false,
    label,
    ...said,
    actor,
    helped,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
  };
}

/** What a doctor advised, and in which hospital somebody lies. */
const isMedical = (row: history.TimelineRow): boolean =>
  row.subject_kind === 'doctor-contact' || (row.subject_kind === 'life-event' && row.action === 'hospital');

/** A step says of what: 批准 alone could be an application, a bed or a payment. */
function wordsOf({ kind, label, subject_kind }: history.TimelineRow): string {
  const subject = kind === 'step' ? SUBJECT_WORDS[subject_kind] : undefined;
  return subject && !label.includes(subject) ? `${subject}：${label}` : label;
}

function sayChanged(after: Record<string, unknown>): string {
  const parts = Object.entries(after)
    .filter(([field]) => field in ELDER_FIELD_LABELS)
    .map(([field, value]) => {
      const label = ELDER_FIELD_LABELS[field as ElderField];
      return isSealedField(field) || field === 'diseases' ? `${label}已更改` : `${label}改为${sayValue(value)}`;
    });
  return parts.length > 0 ? parts.join('，') : '能力评估结果已更新';
}

const LOOKED_AT: Record<string, string> = {
  'elders.reveal': '查看完整信息',
  'elders.read': '打开档案',
  'elders.find-identity': '登记前按身份证号查重',
  'elders.find-alike': '登记前在全市查相像的人',
  'elders.open-outside': '跨区查看，写了理由',
  'elders.read-outside': '跨区打开档案',
  'overviews.read': '四类数据',
  'overviews.read-served': '服务机构的四类数据',
  'overviews.served': '在服务机构的名单里',
  'elders.read-sealed-correction': '核对更正时查看完整号码',
};
/** The class of data by its name, as S1-18.2 asks, beside where it was opened. */
function lookedAt({ action, data_class: dataClass }: history.LookRow): string {
  const where = LOOKED_AT[action];
  if (!isDataClass(dataClass)) return where ?? '查看相关记录';
  return `看了${DATA_CLASS_LABELS[dataClass]}${where ? `（${where}）` : ''}`;
}
const isDataClass = (text: string | null): text is DataClass => text !== null && text in DATA_CLASS_LABELS;
const LOOK_DAYS = 90;

/** 谁看过, as far back as 90 days. */
export async function lookersOf(ctx: Context, elderId: string): Promise<OutputOf<typeof listLookers>> {
  await getElder(ctx, elderId);
  const { rows, times } = await history.listLooks(ctx, elderId, `${addDays(ctx.today, -LOOK_DAYS)}T00:00:00+08:00`);
  return {
    times,
    rows: rows.map(row => ({
      at: row.at,
      actor: row.actor ?? '其他区工作人员',
      role: row.role,
      what: lookedAt(row),
      purpose: row.purpose,
    })),
  };
}
