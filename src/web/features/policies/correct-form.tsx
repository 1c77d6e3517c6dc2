import type { ReviewItem, ReviewValue } from '#contracts/policies/documents.ts';
import { Button } from '../../ui/button.tsx';
import { DateInput, NumberInput, Select, TextArea, TextInput } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { OPERATORS } from './groups.ts';
import { useIndicators } from './use-indicators.ts';

type Props = { item: ReviewItem; submit: (value: unknown) => Promise<unknown>; close: () => void };

const lines = (text: unknown): string[] =>
  String(text ?? '')
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean);

/** Units are typed one a line: 名称, with （牵头） or （配合） behind it where the document says so. */
function unitsFrom(text: unknown, before: ReviewValue<'units'>): ReviewValue<'units'> {
  const known = new Map(before.units.map(unit => [unit.name, unit]));
  return {
    units: lines(text).map(line => {
      const name = line.replace(/[（(](牵头|配合)[）)]$/, '');
      const role = /牵头[）)]$/.test(line) ? 'lead' : /配合[）)]$/.test(line) ? 'cooperating' : null;
      return { name, role, group: known.get(name)?.group ?? /^各/.test(name) };
    }),
  };
}

const unitLines = (value: ReviewValue<'units'>): string =>
  value.units
    .map(unit => `${unit.name}${unit.role === 'lead' ? '（牵头）' : unit.role === 'cooperating' ? '（配合）' : ''}`)
    .join('\n');

const blankToNull = (values: Record<string, unknown>, names: readonly string[]) =>
  Object.fromEntries(
    Object.entries(values).map(([name, v]) => [name, names.includes(name) && (v === '' || v === undefined) ? null : v]),
  );

/** The value a person enters instead of the machine's; checked by the same contract as the proposal. */
export function CorrectForm({ item, submit, close }: Props) {
  const value = item.decided ?? item.proposed;
  const acts = (
    <Button size="sm" onClick={close}>
      不改了
    </Button>
  );
  const common = { label: '保存更正', look: 'ok' as const, acts, done: close, draft: `policies.item.${item.id}` };
  if (item.kind === 'units') {
    return (
      <Form
        {...common}
        initial={{ units: unitLines(value) }}
        submit={(v: { units: string }) => submit(unitsFrom(v.units, value))}
      >
        <TextArea
          name="units"
          label="责任单位，一行一个"
          rows={5}
          hint="牵头、配合写在单位后面的括号里；各街镇会展开"
        />
      </Form>
    );
  }
  if (item.kind === 'header') return <HeaderForm common={common} value={value} submit={submit} />;
  if (item.kind === 'target' || item.kind === 'figure')
    return <AmountForm common={common} item={item} submit={submit} />;
  const isMeasure = item.kind === 'measure';
  const initial = isMeasure ? { ...value } : { ...value, items: value.items.join('\n') };
  const send = (v: Record<string, unknown>) => submit(isMeasure ? v : { ...v, items: lines(v.items) });
  return (
    <Form {...common} initial={initial} submit={send}>
      {isMeasure ? <TextInput name="title" label="措施名称" /> : <TextArea name="task" label="任务内容" rows={3} />}
      {isMeasure ? (
        <TextArea name="text" label="措施全文" rows={8} />
      ) : (
        <TextArea name="items" label="进展，一项一行" rows={8} />
      )}
    </Form>
  );
}

type Common = { label: string; look: 'ok'; acts: React.ReactNode; done: () => void; draft: string };

function HeaderForm({
  common,
  value,
  submit,
}: {
  common: Common;
  value: ReviewValue<'header'>;
  submit: Props['submit'];
}) {
  const initial = { ...value, issuers: value.issuers.join('\n') };
  const send = (v: Record<string, unknown>) =>
    submit({ ...blankToNull(v, ['documentNumber', 'issuedOn', 'period']), issuers: lines(v.issuers) });
  return (
    <Form {...common} initial={initial} submit={send}>
      <TextInput name="title" label="文件标题" />
      <TextArea name="issuers" label="发文机关，一行一个" rows={3} optional />
      <TextInput name="documentNumber" label="文号" optional />
      <DateInput name="issuedOn" label="印发日期" optional />
      <TextInput name="period" label="期次" hint="进展情况表才要填，例如 2025-Q2" optional />
    </Form>
  );
}

function AmountForm({ common, item, submit }: { common: Common; item: ReviewItem; submit: Props['submit'] }) {
  const value = item.decided ?? item.proposed;
  const isTarget = item.kind === 'target';
  const send = (v: Record<string, unknown>) =>
    submit(blankToNull({ ...v, value: Number(v.value) }, ['deadline', 'asOf', 'indicatorCode']));
  const operators = Object.entries(OPERATORS).map(([op, label]) => ({ value: op, label }));
  return (
    <Form {...common} initial={{ ...value }} submit={send}>
      <NumberInput name="value" label="数" />
      <TextInput name="unit" label="单位" />
      {isTarget && <Select name="op" label="要求" options={operators} />}
      {isTarget ? <DateInput name="deadline" label="时限" optional /> : <DateInput name="asOf" label="截至" optional />}
      <IndicatorSelect chosen={value.indicatorCode} />
    </Form>
  );
}

/** By name, as the catalogue has them; a code already chosen stays choosable while the catalogue is on its way. */
function IndicatorSelect({ chosen }: { chosen: string | null }) {
  const { rows } = useIndicators();
  const known = rows.map(one => ({ value: one.code, label: `${one.name}（${one.unit}）` }));
  const options = chosen && rows.length === 0 ? [{ value: chosen, label: chosen }] : known;
  return (
    <Select
      name="indicatorCode"
      label="按哪个指标算"
      options={options}
      blank="不按指标算，由单位填报"
      hint="选了指标，以后各期这个数就从记录里算"
      optional
    />
  );
}
