import type { z } from 'zod';
import type { Endpoint } from '#contracts/endpoint.ts';
import type { Context } from './context.ts';

/** Of these people: whose content stays closed, each with why; and under which name an opening is written down. */
export type Judged = { withheld: ReadonlyMap<string, string>; opens: string | null };
type Judge = (ctx: Context, content: string, elderIds: readonly string[]) => Promise<Judged>;

let judge: Judge | undefined;
/** Told once a process, before the first answer. */
export const setJudge = (given: Judge): void => {
  judge = given;
};

type Plan = {
  content?: string;
  /** What stands in the place of what is left out. */
  empty?: unknown;
  says?: boolean;
  fields?: [string, Plan][];
  each?: Plan;
  options?: Plan[];
};
type Def = {
  type: string;
  shape?: Record<string, z.ZodType>;
  element?: z.ZodType;
  valueType?: z.ZodType;
  innerType?: z.ZodType;
  out?: z.ZodType;
  options?: readonly z.ZodType[];
};

const plans = new WeakMap<z.ZodType, { plan: Plan | undefined }>();

/** Where marked fields stand below a schema; undefined where there is none. Made once a schema. */
export function planOf(schema: z.ZodType): Plan | undefined {
  const known = plans.get(schema);
  if (known) return known.plan;
  const slot: { plan: Plan | undefined } = { plan: undefined };
  plans.set(schema, slot);
  const marked = markOf(schema);
  slot.plan = marked ?? below(schema);
  return slot.plan;
}

const defOf = (schema: z.ZodType): Def => schema._zod.def as unknown as Def;
const WRAPPERS = ['nullable', 'optional', 'default', 'readonly'];

function markOf(schema: z.ZodType): Plan | undefined {
  let content: unknown;
  let empty: unknown;
  let canBeEmpty = false;
  let inner: z.ZodType | undefined = schema;
  while (inner) {
    content ??= (inner.meta() as { content?: unknown } | undefined)?.content;
    const def = defOf(inner);
    if (def.type === 'nullable' && !canBeEmpty) [empty, canBeEmpty] = [null, true];
    if (def.type === 'optional' && !canBeEmpty) [empty, canBeEmpty] = [undefined, true];
    if (def.type === 'array' && !canBeEmpty) [empty, canBeEmpty] = [[], true];
    if (def.type === 'object' && !canBeEmpty && allOptional(def)) [empty, canBeEmpty] = [{}, true];
    inner = WRAPPERS.includes(def.type) ? def.innerType : undefined;
  }
  if (typeof content !== 'string') return undefined;
  if (!canBeEmpty) throw new Error(`a field marked ${content} must be able to be empty`);
  return { content, empty };
}

const allOptional = ({ shape = {} }: Def): boolean =>
  Object.values(shape).every(field => defOf(field).type === 'optional');

function below(schema: z.ZodType): Plan | undefined {
  const def = defOf(schema);
  if (def.shape) {
    const fields = Object.entries(def.shape).flatMap(([key, field]): [string, Plan][] => {
      const plan = planOf(field);
      return plan ? [[key, plan]] : [];
    });
    return fields.length > 0 ? { fields, says: 'withheld' in def.shape } : undefined;
  }
  if (def.options) {
    const options = def.options.map(planOf).filter(plan => plan !== undefined);
    return options.length > 0 ? { options } : undefined;
  }
  const each = def.element ?? def.valueType;
  if (each) {
    const plan = planOf(each);
    return plan && { each: plan };
  }
  const inner = def.type === 'pipe' ? def.out : def.innerType;
  return inner && planOf(inner);
}

type Place = { content: string; elderId: string | null; holder: Record<string, unknown>; key: string; empty: unknown };
type Spoken = { record: Record<string, unknown> | null; elderId: string | null };
type Found = Place & { says: Record<string, unknown> | null };

const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  (typeof value === 'object' && Object.values(value).every(inner => inner === undefined));

/** Every marked field of a value that is not empty, with the person it is about and the record that can say why. */
function collect(plan: Plan, value: unknown, around: Spoken): Found[] {
  if (value === null || typeof value !== 'object') return [];
  const { each } = plan;
  const within = each ? Object.values(value).flatMap(one => collect(each, one, around)) : [];
  const chosen = (plan.options ?? []).flatMap(option => collect(option, value, around));
  const holder = value as Record<string, unknown>;
  const here: Spoken = {
    record: plan.says ? holder : around.record,
    elderId: typeof holder.elderId === 'string' ? holder.elderId : around.elderId,
  };
  const own = (plan.fields ?? []).flatMap(([key, field]): Found[] => {
    const { content, empty } = field;
    if (!content) return collect(field, holder[key], here);
    return isEmpty(holder[key]) ? [] : [{ content, empty, holder, key, elderId: here.elderId, says: here.record }];
  });
  return [...within, ...chosen, ...own];
}

/** The person an address is about, for answers whose records do not name one. */
function personOf(endpoint: Endpoint, params: unknown): string | null {
  const { elderId, id } = (params ?? {}) as { elderId?: string; id?: string };
  return elderId ?? (endpoint.path.startsWith('/api/elders/:id') ? (id ?? null) : null);
}

/**
 * Empties the marked fields of an answer that its reader may not see, says why beside them, and notes what was opened.
 * A marked field of nobody known stays closed. `answer` is the parsed answer; it is changed in place and given back.
 */
export async function fence<T>(ctx: Context, endpoint: Endpoint, given: { answer: T; params: unknown }): Promise<T> {
  const plan = planOf(endpoint.response);
  if (!plan) return given.answer;
  const found = collect(plan, given.answer, { record: null, elderId: personOf(endpoint, given.params) });
  for (const [content, places] of Map.groupBy(found, place => place.content)) {
    const ids = [...new Set(places.flatMap(place => place.elderId ?? []))];
    if (!judge) throw new Error('nobody judges marked fields');
    const { withheld, opens } = await judge(ctx, content, ids);
    for (const place of places) close(place, withheld);
    const opened = ids.filter(id => !withheld.has(id));
    if (opens && opened.length > 0) ctx.opened(opens, ...opened);
  }
  return given.answer;
}

function close(place: Found, withheld: ReadonlyMap<string, string>): void {
  const because = place.elderId === null ? '不知道是谁的，不显示' : withheld.get(place.elderId);
  if (because === undefined) return;
  place.holder[place.key] = place.empty;
  if (!place.says) return;
  const said = place.says.withheld;
  if (typeof said !== 'string') place.says.withheld = because;
  else if (!said.includes(because)) place.says.withheld = `${said}；${because}`;
}
