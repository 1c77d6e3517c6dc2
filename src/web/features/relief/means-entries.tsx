import { useState } from 'react';
import {
  addMeans,
  endMeans,
  type HouseholdMeans,
  INCOME_KIND_LABELS,
  INCOME_KINDS,
  MEANS_CONFIDENCE_LABELS,
  MEANS_CONFIDENCES,
  MEANS_PART_LABELS,
  MEANS_SOURCE_LABELS,
  MEANS_SOURCES,
  type MeansEntry,
  PROPERTY_KIND_LABELS,
  PROPERTY_KINDS,
  type ShownFact,
  SPENDING_KIND_LABELS,
  SPENDING_KINDS,
} from '#contracts/relief-means.ts';
import { fenToYuanText } from '#shared/money.ts';
import { useWrite } from '../../api.ts';
import { useBusinessDate } from '../../session.ts';
import { Button } from '../../ui/button.tsx';
import { Tick } from '../../ui/choices.tsx';
import { DateInput, NumberInput, Select, TextArea, TextInput } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Dialog } from '../../ui/overlay.tsx';
import { SectionHead } from '../../ui/page-header.tsx';
import { dateWords } from '../../ui/words.ts';

type Part = ShownFact['part'];
type Props = { data: HouseholdMeans; part: Part };

/** The entries of one part: what counts, and below it what does not any more and why. */
export function MeansEntries({ data, part }: Props) {
  const [adding, setAdding] = useState(false);
  const own = data.entries.filter(one => one.fact.part === part);
  const counted = own.filter(one => one.endedNote === null);
  const ended = own.filter(one => one.endedNote !== null);
  return (
    <>
      <SectionHead title={MEANS_PART_LABELS[part]} note={`${counted.length}项`}>
        <Button size="sm" aria-label={`加一项${MEANS_PART_LABELS[part]}`} onClick={() => setAdding(true)}>
          加一项
        </Button>
      </SectionHead>
      {part === 'member' && <p className="sm soft">老人本人不用加。</p>}
      <ul>
        {counted.map(one => (
          <Entry key={one.id} elderId={data.elderId} entry={one} />
        ))}
      </ul>
      {ended.length > 0 && (
        <details>
          <summary className="link sm">不再算的{ended.length}项</summary>
          <ul>
            {ended.map(one => (
              <li key={one.id} className="soft">
                {sayFact(one.fact)}：{one.endedNote}
              </li>
            ))}
          </ul>
        </details>
      )}
      <Dialog title={`加一项${MEANS_PART_LABELS[part]}`} open={adding} close={() => setAdding(false)}>
        {adding && <Add data={data} part={part} done={() => setAdding(false)} />}
      </Dialog>
    </>
  );
}

const yuan = (fen: number) => `${fenToYuanText(fen)}元`;

function sayFact(fact: ShownFact): string {
  switch (fact.part) {
    case 'member':
      return [
        `${fact.name}（${fact.relation}）`,
        fact.elderId && '登记册里的老人',
        fact.identityNumber && `身份证号${fact.identityNumber}`,
        fact.severelyIll && '重病',
        fact.severelyDisabled && '重度残疾',
      ]
        .filter(Boolean)
        .join('，');
    case 'income':
      return `${fact.of || '本人'}，${INCOME_KIND_LABELS[fact.kind]}${yuan(fact.fen)}`;
    case 'property':
      return [`${PROPERTY_KIND_LABELS[fact.kind]}${yuan(fact.fen)}`, fact.detail].filter(Boolean).join('，');
    case 'spending':
      return [`${SPENDING_KIND_LABELS[fact.kind]}${fact.fen === null ? '' : yuan(fact.fen)}`, fact.detail]
        .filter(Boolean)
        .join('，');
    case 'child':
      return fact.onAssistance
        ? `${fact.name}家，在领救助，算作没有赡养能力`
        : `${fact.name}家${fact.persons}人，月收入${yuan(fact.fen)}，要赡养${fact.parentFamilies}家父母`;
  }
}

function Entry({ elderId, entry }: { elderId: string; entry: MeansEntry }) {
  const today = useBusinessDate();
  const [open, setOpen] = useState(false);
  const write = useWrite(endMeans);
  return (
    <li>
      {sayFact(entry.fact)}
      {entry.withheld && <span className="row-note">{entry.withheld}</span>}
      <span className="row-note">
        {MEANS_SOURCE_LABELS[entry.source]}，截至{dateWords(entry.asOf, today)}，
        {MEANS_CONFIDENCE_LABELS[entry.confidence]}，{entry.enteredBy}记
      </span>{' '}
      <Button size="sm" aria-label={`${sayFact(entry.fact)}不再算`} onClick={() => setOpen(true)}>
        不再算
      </Button>
      <Dialog title="这一项不再算" open={open} close={() => setOpen(false)}>
        <Form
          initial={{ note: '' }}
          label="不再算"
          look="ok"
          submit={(body: { note: string }) => write.mutateAsync({ params: { elderId, id: entry.id }, body })}
        >
          <TextArea name="note" label="为什么" rows={2} hint="记录留着，算的时候不再用" />
        </Form>
      </Dialog>
    </li>
  );
}

type Values = { source: string; asOf: string; confidence: string; fact: { yuan?: number } & Record<string, unknown> };

const optionsOf = (labels: Readonly<Record<string, string>>, values: readonly string[]) =>
  values.map(value => ({ value, label: labels[value] ?? value }));

function Add({ data, part, done }: Props & { done: () => void }) {
  const today = useBusinessDate();
  const write = useWrite(addMeans);
  return (
    <Form
      initial={{ source: 'declared', asOf: today, confidence: 'declared', fact: FIRST[part] }}
      label="记下"
      look="ok"
      done={done}
      submit={({ fact: { yuan: amount, ...fact }, ...rest }: Values) => {
        const money = part === 'member' ? {} : { fen: Math.round(Number(amount ?? 0) * 100) };
        const counts =
          part === 'child' ? { persons: Number(fact.persons), parentFamilies: Number(fact.parentFamilies) } : {};
        const mate = data.housemates.find(one => one.elderId === fact.elderId);
        const who = part !== 'member' ? {} : mate ? { name: mate.name } : { elderId: undefined };
        const body = { ...rest, fact: { part, ...fact, ...money, ...counts, ...who } };
        return write.mutateAsync({ params: { elderId: data.elderId }, body: body as never });
      }}
    >
      <Fields data={data} part={part} />
      <Select name="source" label="来源" options={optionsOf(MEANS_SOURCE_LABELS, MEANS_SOURCES)} />
      <DateInput name="asOf" label="截至哪天" max={today} />
      <Select name="confidence" label="可信程度" options={optionsOf(MEANS_CONFIDENCE_LABELS, MEANS_CONFIDENCES)} />
    </Form>
  );
}

const FIRST: Record<Part, Record<string, unknown>> = {
  member: { name: '', relation: '', severelyIll: false, severelyDisabled: false },
  income: { of: '', kind: 'pension' },
  property: { kind: 'deposit', detail: '' },
  spending: { kind: 'medical', detail: '' },
  child: { name: '', persons: 1, parentFamilies: 1, onAssistance: false },
};

function Fields({ data, part }: Props) {
  switch (part) {
    case 'member':
      return (
        <>
          {data.housemates.length > 0 && (
            <Select
              name="fact.elderId"
              label="同住的老人"
              optional
              options={data.housemates.map(one => ({ value: one.elderId, label: one.name }))}
              hint="登记册里的老人从这里选，认定时他的档案一起改；别人填姓名"
            />
          )}
          <TextInput name="fact.name" label="姓名" optional={data.housemates.length > 0} />
          <TextInput name="fact.relation" label="和老人的关系" />
          <TextInput
            name="fact.identityNumber"
            label="身份证号"
            optional
            hint="不是登记册里的老人才填；用来对上部门送来的失业、收入等数据，只存不能还原的索引"
          />
          <Tick name="fact.severelyIll" label="重病" />
          <Tick name="fact.severelyDisabled" label="重度残疾" />
        </>
      );
    case 'income': {
      const members = data.entries.flatMap(one =>
        one.endedNote === null && one.fact.part === 'member' ? [one.fact.name] : [],
      );
      return (
        <>
          <Select
            name="fact.of"
            label="谁的"
            optional
            options={members.map(name => ({ value: name, label: name }))}
            hint="不选就是老人本人；没有收入的记0元"
          />
          <Select name="fact.kind" label="哪一类" options={optionsOf(INCOME_KIND_LABELS, INCOME_KINDS)} />
          <NumberInput name="fact.yuan" label="每月多少" unit="元" hint="老年人养老服务补贴津贴不算收入" />
        </>
      );
    }
    case 'property':
      return (
        <>
          <Select name="fact.kind" label="哪一类" options={optionsOf(PROPERTY_KIND_LABELS, PROPERTY_KINDS)} />
          <NumberInput name="fact.yuan" label="值多少" unit="元" />
          <TextInput name="fact.detail" label="说明" optional />
        </>
      );
    case 'spending':
      return (
        <>
          <Select name="fact.kind" label="哪一类" options={optionsOf(SPENDING_KIND_LABELS, SPENDING_KINDS)} />
          <NumberInput name="fact.yuan" label="多少" unit="元" hint="扣除报销和其他救助以后自己负担的" />
          <TextInput name="fact.detail" label="说明" optional />
        </>
      );
    case 'child':
      return (
        <>
          <TextInput name="fact.name" label="子女姓名" />
          <NumberInput name="fact.yuan" label="这家每月收入" unit="元" />
          <NumberInput name="fact.persons" label="这家几口人" unit="人" />
          <NumberInput name="fact.parentFamilies" label="要赡养几家父母" unit="家" />
          <Tick name="fact.onAssistance" label="这家本身在领救助" />
        </>
      );
  }
}
