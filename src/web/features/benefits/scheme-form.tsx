import { useState } from 'react';
import type { FactField } from '#contracts/benefits/catalogue.ts';
import { DISABILITY_KINDS } from '#contracts/benefits/schemes.ts';
import { Button } from '../../ui/button.tsx';
import { Tick } from '../../ui/choices.tsx';
import { DateInput, NumberInput, Select } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';

type Values = Record<string, unknown>;

/** What most people who ask can say yes to; they may take it back. */
const USUALLY: readonly string[] = ['hukouInBeijing', 'propertyWithinRule'];
const usual = (facts: readonly FactField[]): Values =>
  Object.fromEntries(facts.filter(each => USUALLY.includes(each.name)).map(each => [each.name, true]));

/** Yuan to fen, list rows to lists, blanks left out; an unticked box is a no, for it was there to be ticked. */
export function factsFrom(fields: readonly FactField[], values: Values): Values {
  const facts: Values = {};
  for (const { name, kind, rows } of fields) {
    const value = values[name];
    if (kind === 'flag') facts[name] = value === true;
    else if (kind === 'rows' || kind === 'disabilities') {
      const list = Object.values((value ?? {}) as Record<string, Values>).filter(isFilled);
      if (list.length > 0)
        facts[name] = kind === 'rows' ? list.map(row => factsFrom(rows, row)) : list.map(disabilityOf);
    } else if (value !== undefined && value !== '') {
      facts[name] = kind === 'fen' && typeof value === 'number' ? Math.round(value * 100) : value;
    }
  }
  return facts;
}

const isFilled = (row: Values): boolean =>
  Object.entries(row).some(([name, value]) => value !== undefined && value !== '' && !USUALLY.includes(name));
const disabilityOf = (row: Values) => ({ kind: row.kind, grade: Number(row.grade) });

type FormProps = { facts: readonly FactField[]; submit: (facts: Values) => Promise<unknown> };

/** The form of any scheme, drawn from the facts that its rule asks for. */
export function SchemeForm({ facts, submit }: FormProps) {
  return (
    <Form initial={usual(facts)} label="算一算" submit={(values: Values) => submit(factsFrom(facts, values))}>
      {facts.map(field => (
        <FactControl key={field.name} field={field} name={field.name} />
      ))}
    </Form>
  );
}

function FactControl({ field, name }: { field: FactField; name: string }) {
  const { label, kind, choices } = field;
  const common = { name, label, ...(field.hint && { hint: field.hint }) };
  if (kind === 'rows' || kind === 'disabilities') return <FactRows field={field} name={name} />;
  if (kind === 'date') return <DateInput {...common} optional />;
  if (kind === 'flag') return <Tick {...common} />;
  if (kind === 'choice') return <Select {...common} optional blank="没有填" options={choices} />;
  return (
    <NumberInput
      {...common}
      optional
      {...(kind === 'fen' && { unit: '元' })}
      {...(kind === 'percent' && { unit: '%' })}
    />
  );
}

/** Any number of people or things of one sort; a row left blank counts for nothing. */
function FactRows({ field, name }: { field: FactField; name: string }) {
  const [count, setCount] = useState(field.kind === 'rows' ? 1 : 0);
  const fields = field.kind === 'rows' ? field.rows : DISABILITY_FIELDS;
  return (
    <fieldset className="fact-rows full">
      <legend>{field.label}</legend>
      {Array.from({ length: count }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other identity than their place
        <div key={at} className="fact-row">
          {fields.map(each => (
            <FactControl key={each.name} field={each} name={`${name}.${at}.${each.name}`} />
          ))}
        </div>
      ))}
      <Button size="sm" onClick={() => setCount(count + 1)}>
        {count === 0 ? '填一条' : '再填一条'}
      </Button>
    </fieldset>
  );
}

const plain = { kind: 'choice' as const, hint: null, rows: [] };
const DISABILITY_FIELDS: readonly FactField[] = [
  { ...plain, name: 'kind', label: '残疾类别', choices: DISABILITY_KINDS.map(value => ({ value, label: value })) },
  {
    ...{ ...plain, name: 'grade', label: '残疾等级' },
    choices: ['一', '二', '三', '四'].map((word, at) => ({ value: String(at + 1), label: `${word}级` })),
  },
];
