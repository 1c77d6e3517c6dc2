import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import type { AskedField, KnownField, OneForm } from '#contracts/benefits/one-form.ts';
import { SCHEME_LABELS, SCHEMES, type Scheme } from '#contracts/benefits/schemes.ts';
import type { Fact } from '#contracts/elders/facts.ts';
import { familyRefusal } from '#modules/consents/index.ts';
import { readFacts } from '#modules/elders/index.ts';
import { shanghai } from '#platform/clock/business-date.ts';
import type { Context } from '#platform/http/context.ts';
import { listOfElder } from '../db/applications.ts';
import { findAccountLine, findFacts, findPerson } from '../db/people.ts';
import { getPerson } from '../explain-benefits.ts';
import { definitions, otherBenefitTable } from '../law/definitions.ts';

const Line = z.strictObject({
  field: z.string(),
  from: z.enum(['register', 'desk', 'account']),
  label: z.string().optional(),
  hint: z.string().optional(),
  schemes: z.array(z.enum(SCHEMES)).optional(),
  /** Said where the field is unknown and this form cannot ask for it. */
  later: z.string().optional(),
});
type Line = z.infer<typeof Line>;
const Definition = z.strictObject({
  version: z.string(),
  title: z.string(),
  confirm: z.string(),
  fields: z.array(Line).min(1),
});

const FORM = Definition.parse(parse(readFileSync(new URL('./form.yaml', import.meta.url), 'utf8')));

type Asked = { elderId: string; scheme: Scheme };

/** What the city knows of the person for this form, and the few things left to ask. */
export async function readOneForm(ctx: Context, { elderId, scheme }: Asked): Promise<OneForm> {
  const person = await getPerson(ctx, elderId);
  ctx.saw(elderId);
  const lines = FORM.fields.filter(line => !line.schemes || line.schemes.includes(scheme));
  const known = await knownFields(ctx, elderId, lines);
  const unknown = lines.filter(line => !known.some(each => each.field === line.field));
  const papers = await listOfElder(ctx, elderId);
  const open = papers.find(each => each.scheme === scheme && !['refused', 'withdrawn'].includes(each.status));
  return {
    ...{ elderId, elderName: person.name, scheme, known },
    title: FORM.title.replace('{scheme}', SCHEME_LABELS[scheme]),
    asked: [...unknown.flatMap(line => askedOf(line, scheme)), CONFIRM],
    later: unknown.flatMap(line => line.later ?? []),
    disabledBecause: open ? '已经申请过这一项，正在办或已经批准' : null,
  };
}

const CONFIRM: AskedField = { key: 'confirmed', kind: 'tick', label: FORM.confirm, hint: null, options: [] };

/** Only what bears on this scheme is offered; with nothing to choose nothing is asked. */
function askedOf(line: Line, scheme: Scheme): AskedField[] {
  if (line.from !== 'desk') return [];
  const options = otherBenefitTable(definitions())
    .filter(each => each.schemes.includes(scheme))
    .map(each => ({ value: each.code, label: each.nameZh }));
  const { label = '', hint = null } = line;
  return options.length > 0 ? [{ key: 'otherBenefits', kind: 'benefits', label, hint, options }] : [];
}

async function knownFields(ctx: Context, elderId: string, lines: readonly Line[]): Promise<KnownField[]> {
  const facts = await registerFacts(ctx, elderId);
  const desk = await findFacts(ctx, elderId);
  const account = await findAccountLine(ctx, elderId);
  const names = new Map(otherBenefitTable(definitions()).map(each => [each.code, each.nameZh]));
  return lines.flatMap(({ field, from, label = '' }): KnownField[] => {
    if (from === 'register') return facts.filter(each => each.field === field).map(fromRegister);
    if (from === 'account' && account) {
      const asOf = shanghai(new Date(account.updated_at))[0];
      return [{ field, label, value: `尾号${account.last_four}`, source: account.source, asOf }];
    }
    if (from === 'desk' && desk) {
      const said = desk.otherBenefits.map(each => names.get(each.code) ?? each.code);
      return [{ field, label, value: said.join('、') || '没有', source: desk.source, asOf: null }];
    }
    return [];
  });
}

const fromRegister = ({ field, label, value, sourceWords, asOf }: Fact): KnownField => ({
  ...{ field, label, value, source: sourceWords, asOf },
});

/** Nothing of the file where the elder does not let the family see it; the application itself is still theirs to make. */
async function registerFacts(ctx: Context, elderId: string): Promise<Fact[]> {
  const { role, accountId } = ctx.actor;
  const hidden = role === 'family' && (await familyRefusal(ctx, { elderId, accountId }, 'family-view'));
  const person = hidden ? undefined : await findPerson(ctx, elderId);
  if (!person) return [];
  return (await readFacts(ctx, elderId)).rows.filter(each => each.value !== '空');
}
